// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.endpoint;

import java.util.Optional;

/**
 * Where the interfaces of one cloud are. Immutable and thread-safe.
 *
 * @param cloud whose they are
 * @param graph Microsoft Graph, before {@code /v1.0} and {@code /beta}
 * @param login Microsoft Entra ID, before the tenant
 * @param partnerCenter the Partner Center API, before {@code /v1}; empty: this cloud has none
 */
public record Endpoints(Cloud cloud, Endpoint graph, Endpoint login, Optional<Endpoint> partnerCenter) {

    /**
     * Returns these with other addresses, as far as some are given.
     *
     * @param otherGraph in the place of Microsoft Graph
     * @param otherLogin in the place of Microsoft Entra ID
     * @param otherPartnerCenter in the place of Partner Center
     * @return new endpoints of the same cloud
     */
    public Endpoints with(
            Optional<Endpoint> otherGraph, Optional<Endpoint> otherLogin, Optional<Endpoint> otherPartnerCenter) {
        return new Endpoints(
                cloud, otherGraph.orElse(graph), otherLogin.orElse(login), otherPartnerCenter.or(() -> partnerCenter));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.endpoint;

import java.util.Locale;
import java.util.Optional;

/**
 * One of Microsoft's clouds. A token of one means nothing in another, and an app is registered in each.
 *
 * @see <a href="https://learn.microsoft.com/graph/deployments">National cloud deployments</a>
 */
public enum Cloud {
    /** The global service, and US Government GCC. */
    GLOBAL(
            "https://graph.microsoft.com",
            "https://login.microsoftonline.com",
            "https://api.partnercenter.microsoft.com"),
    /** US Government L4, GCC High. */
    USGOV("https://graph.microsoft.us", "https://login.microsoftonline.us", ""),
    /** US Government L5, Department of Defense. */
    USGOV_DOD("https://dod-graph.microsoft.us", "https://login.microsoftonline.us", ""),
    /** China, run by 21Vianet. */
    CHINA(
            "https://microsoftgraph.chinacloudapi.cn",
            "https://login.chinacloudapi.cn",
            "https://partner.partnercenterapi.microsoftonline.cn");

    private final String graph;
    private final String login;
    private final String partnerCenter;

    Cloud(String graph, String login, String partnerCenter) {
        this.graph = graph;
        this.login = login;
        this.partnerCenter = partnerCenter;
    }

    /**
     * Returns the cloud of a name.
     *
     * @param text as in a configuration, such as {@code usgov-dod}
     * @return the cloud, or empty for a name that none has
     */
    public static Optional<Cloud> named(String text) {
        for (Cloud cloud : values()) {
            if (cloud.toString().equals(text)) {
                return Optional.of(cloud);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns where its interfaces are.
     *
     * @return Microsoft's own addresses
     */
    public Endpoints endpoints() {
        return new Endpoints(
                this,
                at(graph),
                at(login),
                partnerCenter.isEmpty() ? Optional.empty() : Optional.of(at(partnerCenter)));
    }

    private static Endpoint at(String url) {
        try {
            return Endpoint.of(url);
        } catch (NotAnEndpointException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the name, such as {@code usgov-dod}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The proxies that the service stands behind. Only they may say for whom they speak. Immutable and thread-safe.
 *
 * @param ranges their addresses; empty where the service stands behind none
 */
public record Proxies(List<Cidr> ranges) {

    /** Copies the list. */
    public Proxies {
        ranges = List.copyOf(ranges);
    }

    /**
     * Returns who sent a request.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the header {@code X-Forwarded-For}, each proxy's word behind the one before
     * @return the last address that is no proxy; empty where the request came past the proxies
     */
    Optional<InetAddress> client(InetAddress peer, Optional<String> forwardedFor) {
        if (ranges.isEmpty()) {
            return Optional.of(peer);
        }
        if (!isProxy(peer)) {
            return Optional.empty();
        }
        String[] hops = forwardedFor.orElse("").split(",", -1);
        InetAddress client = peer;
        for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
            Optional<InetAddress> hop = Addresses.literal(hops[i]);
            if (hop.isEmpty()) {
                return Optional.of(client);
            }
            client = hop.get();
        }
        return Optional.of(client);
    }

    private boolean isProxy(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}

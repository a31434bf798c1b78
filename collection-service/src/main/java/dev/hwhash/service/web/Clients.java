// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Optional;

/** Finds out who sent a request, before anything else is done with it. Thread-safe. */
public final class Clients {

    private static final String CLIENT = "hwhash.client";
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final Proxies proxies;

    Clients(Proxies proxies) {
        this.proxies = proxies;
    }

    void register(RoutesConfig routes) {
        routes.before(this::identify);
    }

    /**
     * Returns the sender's address.
     *
     * @param context the request
     * @return behind a proxy, the address that the proxy names
     */
    public static InetAddress of(Context context) {
        InetAddress client = context.attribute(CLIENT);
        return client == null ? peer(context) : client;
    }

    /** Returns whether somebody on this machine asks, and not through a proxy that may speak for anybody. */
    static boolean isLocal(Context context) {
        return peer(context).isLoopbackAddress()
                && context.header(FORWARDED_FOR) == null
                && context.header("Forwarded") == null;
    }

    private void identify(Context context) {
        Optional<InetAddress> client =
                proxies.client(peer(context), Optional.ofNullable(context.header(FORWARDED_FOR)));
        if (client.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_FROM_PROXY,
                    "the service is asked through its proxy only, and "
                            + peer(context).getHostAddress() + " is none; see --behind-proxy");
        }
        context.attribute(CLIENT, client.get());
    }

    private static InetAddress peer(Context context) {
        return Addresses.literal(context.req().getRemoteAddr()).orElse(InetAddress.getLoopbackAddress());
    }
}

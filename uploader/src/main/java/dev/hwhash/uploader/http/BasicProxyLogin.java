// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.uploader.proxy.ProxyCredentials;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Gives a proxy that asks for Basic its credentials, once; the service never sees them. */
final class BasicProxyLogin implements Authenticator {

    private static final String HEADER = "Proxy-Authorization";
    /** What OkHttp asks before any proxy has: nobody gets credentials who has not asked. */
    private static final String NOT_ASKED = "OkHttp-Preemptive";

    private final Optional<ProxyCredentials> credentials;

    BasicProxyLogin(Optional<ProxyCredentials> credentials) {
        this.credentials = credentials;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        boolean basic = false;
        for (Challenge challenge : response.challenges()) {
            if (challenge.scheme().equalsIgnoreCase(NOT_ASKED)) {
                return null;
            }
            basic |= challenge.scheme().equalsIgnoreCase("Basic");
        }
        boolean tried = response.request().header(HEADER) != null;
        if (!basic || tried || credentials.isEmpty()) {
            throw new ProxyCredentialsException(response.headers("Proxy-Authenticate"));
        }
        String login =
                Credentials.basic(credentials.get().user(), credentials.get().password(), UTF_8);
        return response.request().newBuilder().header(HEADER, login).build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.http.NoAnswerException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What an exchange that brought no answer means. Implementations are thread-safe. */
@FunctionalInterface
public interface FailureReading {

    /** By the kinds of the JDK alone; who knows the proxy and the trusted roots can say more. */
    FailureReading PLAIN = (failure, origin) -> {
        boolean never = failure instanceof UnknownHostException
                || failure instanceof ConnectException
                || failure instanceof NoRouteToHostException;
        Kind kind = never ? Kind.UNREACHABLE : failure instanceof SSLException ? Kind.NEEDS_MENDING : Kind.BROKEN_OFF;
        return new NoAnswerException(
                kind,
                (never ? "cannot reach " : "no answer came from ") + origin + " ("
                        + Foreign.text(String.valueOf(failure.getMessage())) + "); check the network and its proxy",
                failure);
    };

    /**
     * Reads a failure.
     *
     * @param failure what OkHttp threw
     * @param origin who was asked
     * @return what it means, in words
     */
    NoAnswerException read(IOException failure, Origin origin);
}

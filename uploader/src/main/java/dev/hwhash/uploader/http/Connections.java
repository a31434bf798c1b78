// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.FailureReading;
import dev.hwhash.registration.http.NoAnswerException;
import dev.hwhash.registration.http.NoAnswerException.Kind;
import java.time.Instant;

/** The way to those who register devices, by the same proxy and the same trust as to a collection service. */
public final class Connections {

    private Connections() {}

    /**
     * Makes a way; connects to nothing yet.
     *
     * @param settings how Microsoft's endpoints are reached
     * @return a connection, to be closed
     * @throws UnusableSettingsException if the file of certificates cannot be used
     */
    public static Connection of(TransportSettings settings) throws UnusableSettingsException {
        ShownNames names = new ShownNames();
        FailureReading failures = (failure, origin) -> {
            Outcome.Unsettled seen = FailureWords.of(names.explained(failure), origin, Instant.now());
            return new NoAnswerException(kind(seen.cause()), seen.words(), failure);
        };
        return new Connection(Clients.of(settings, names), failures, "hwhash/" + settings.agentVersion());
    }

    private static Kind kind(Outcome.Cause cause) {
        return switch (cause) {
            case UNREACHABLE -> Kind.UNREACHABLE;
            case BROKEN_OFF, SERVICE_BUSY -> Kind.BROKEN_OFF;
            case CERTIFICATE, PROXY_CREDENTIALS, WRONG_ADDRESS, INTERCEPTED -> Kind.NEEDS_MENDING;
        };
    }
}

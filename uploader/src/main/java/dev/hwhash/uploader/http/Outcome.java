// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one attempt to send a report has come to. Immutable; its words hold neither hash nor token. */
public sealed interface Outcome {

    /**
     * The service has the report: its receipt names the id and the content hash that were sent.
     *
     * @param receivedAt when it took it, by its own clock
     */
    record Received(Instant receivedAt) implements Outcome {}

    /**
     * The service has looked at the report and will not take it.
     *
     * @param code the service's stable word for the reason
     * @param words the reason and what to do, for a technician
     * @param rules ids of the rules that the report breaks, as {@code hwhash check} names them; often empty
     */
    record Refused(String code, String words, List<String> rules) implements Outcome {

        /** Copies the rules. */
        public Refused {
            rules = List.copyOf(rules);
        }
    }

    /**
     * The service does not take reports from who has this token.
     *
     * @param code the service's stable word for the reason
     * @param words the reason and what to do
     */
    record CredentialsRefused(String code, String words) implements Outcome {}

    /**
     * Nothing is decided: the report has to wait.
     *
     * @param cause what stood in the way
     * @param words what was seen and what to do
     * @param retryAfter how long the answer asked to wait; empty where nobody asked
     */
    record Unsettled(Cause cause, String words, Optional<Duration> retryAfter) implements Outcome {

        /** Nobody asked to wait. */
        Unsettled(Cause cause, String words) {
            this(cause, words, Optional.empty());
        }
    }

    /** What stood in the way of a decision. */
    enum Cause {
        /** The name is unknown, nobody listens, or no connection was made in time. */
        UNREACHABLE,
        /** A connection was there, and broke or fell silent before an answer was whole. */
        BROKEN_OFF,
        /** The certificate is not trusted, names another host, or is not valid at this PC's time. */
        CERTIFICATE,
        /** A proxy asks for credentials that it was not given, or that it does not accept. */
        PROXY_CREDENTIALS,
        /** Something else than the service has answered: a captive portal, a proxy, another program. */
        INTERCEPTED,
        /** The service answers, and knows no reports at this address. */
        WRONG_ADDRESS,
        /** The service itself says that it cannot take the report now. */
        SERVICE_BUSY
    }
}

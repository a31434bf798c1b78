// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.time.Duration;

/** Sends reports. Implementations may be used by one thread at a time. */
public interface Transport extends AutoCloseable {

    /**
     * One report on its way.
     *
     * @param report what is sent
     * @param service where to
     * @param token the secret of that service
     * @param deadline how long the whole attempt may take; positive
     */
    record Attempt(Report report, ServiceUrl service, Token token, Duration deadline) {

        /** Refuses a token of another service: it must never be shown to this one. */
        public Attempt {
            if (!token.isFor(service)) {
                throw new IllegalArgumentException(token + " is not for " + service.origin());
            }
        }
    }

    /**
     * Sends a report once and waits for the answer, at most for the attempt's deadline.
     *
     * @param attempt what to send
     * @return what has come of it; no failure is thrown
     */
    Outcome send(Attempt attempt);

    /** Closes idle connections. */
    @Override
    void close();
}

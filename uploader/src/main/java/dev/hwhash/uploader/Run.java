// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much a run may do. Immutable.
 *
 * @param only the one service whose reports are sent; empty: those of every service
 * @param tokens the secrets that there are; each goes to its own service alone
 * @param time how long the run may take in all, pauses included
 * @param standstill how long of that may pass without a report that leaves the outbox
 * @param patience how long of that another process may keep the outbox
 */
public record Run(
        Optional<ServiceUrl> only, List<Token> tokens, Duration time, Duration standstill, Duration patience) {

    /** Copies the tokens; refuses a run without time. */
    public Run {
        tokens = List.copyOf(tokens);
        if (time.isNegative() || time.isZero() || standstill.isNegative() || standstill.isZero()) {
            throw new IllegalArgumentException("a run without time: " + time + ", standing still " + standstill);
        }
    }

    Optional<Token> token(ServiceUrl service) {
        for (Token token : tokens) {
            if (token.isFor(service)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    boolean concerns(ServiceUrl service) {
        return only.isEmpty() || only.get().equals(service);
    }
}

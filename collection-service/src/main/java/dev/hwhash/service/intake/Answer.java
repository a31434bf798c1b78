// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import java.time.Instant;
import java.util.UUID;

/** What became of a report that was handed in. */
public sealed interface Answer {

    /**
     * It is on disk. Whoever gets this may forget the report.
     *
     * @param reportId its id
     * @param content the hash of its body
     * @param receivedAt when it was stored first
     * @param isNew false for one that was there already, the same content by the same token
     */
    record Receipt(UUID reportId, ContentHash content, Instant receivedAt, boolean isNew) implements Answer {}

    /**
     * It was not taken; nothing of it is stored.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements Answer {

        /**
         * Makes one that is not about rules.
         *
         * @param kind the reason
         * @param detail the reason in words
         * @return an answer
         */
        public static Refused of(RefusalKind kind, String detail) {
            return new Refused(Refusal.of(kind, detail));
        }
    }
}

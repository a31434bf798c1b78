// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.registration.retry.Setback;
import dev.hwhash.uploader.http.Outcome;
import dev.hwhash.uploader.outbox.StoredReport;
import java.util.Optional;

/**
 * What one run knows of one service. Where nobody can be reached, the rest is not tried; where single reports fail,
 * three in a row end it, and only the first of them is tried more than once.
 */
final class Standing {

    private static final int ENOUGH = 3;

    private Optional<Outcome.Unsettled> closed = Optional.empty();
    private int failedInARow;

    /** Returns the fate of a report that need not be tried any more. */
    Optional<Fate> fate(StoredReport stored) {
        if (closed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Fates.kept(
                stored,
                Fate.Why.NOT_TRIED,
                "an earlier report could not be delivered: " + closed.get().words()));
    }

    /** Returns how often the next report is tried. */
    RetryPolicy policy(RetryPolicy full) {
        return failedInARow == 0 ? full : full.withAttempts(1);
    }

    /** Takes note of the last attempt of a report. */
    void note(Outcome outcome) {
        if (!(outcome instanceof Outcome.Unsettled unsettled)) {
            failedInARow = 0;
            return;
        }
        failedInARow++;
        boolean nobodyThere = unsettled.cause() == Outcome.Cause.UNREACHABLE;
        if (nobodyThere || Fates.setback(outcome) == Setback.LASTING || failedInARow >= ENOUGH) {
            closed = Optional.of(unsettled);
        }
    }
}

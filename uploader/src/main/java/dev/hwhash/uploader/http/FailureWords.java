// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.report.Origin;
import java.io.IOException;
import java.time.Instant;

/** What a failed connection means, in words. Pure. */
final class FailureWords {

    private FailureWords() {}

    static Outcome of(IOException failure, Origin origin, Instant now) {
        return new Outcome.Unsettled(
                Cause.UNREACHABLE,
                "cannot reach " + origin + ": " + Foreign.text(String.valueOf(failure.getMessage())));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what stands in a path. */
final class Paths {

    /** UUID.fromString takes shorter groups too, which would be a second name of one report. */
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Paths() {}

    static UUID uuid(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new ProblemException(
                    ProblemCode.MALFORMED,
                    "the id in the path is no UUID; send PUT /v1/reports/ with a random one of 36 characters");
        }
        return UUID.fromString(text);
    }
}

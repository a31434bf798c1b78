// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import org.junit.jupiter.api.Assumptions;

/** Ends a test that cannot be run here, and says so in the build's output. */
final class Skipped {

    private Skipped() {}

    static void because(String reason) {
        System.out.println("skipped: " + reason);
        Assumptions.abort(reason);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import java.io.IOException;

/** When an export has to be over. */
final class Deadline {

    private final long end = System.nanoTime() + Export.LONGEST.toNanos();

    /** Fails behind it. */
    void require() throws IOException {
        if (System.nanoTime() - end > 0) {
            throw new IOException("the export took longer than " + Export.LONGEST.toMinutes() + " minutes");
        }
    }
}

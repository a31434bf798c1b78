// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.util.Locale;

/** How much a finding matters to the import. */
public enum Severity {
    /** The importer refuses the file or the row, or would take another device for this one. */
    ERROR,
    /** Deserves a look: the import may go well, but something may not be what somebody thinks. */
    WARNING,
    /** A difference from the plain file that is known to do no harm. */
    NOTE;

    /** Returns the word that stands in a message: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

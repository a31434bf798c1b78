// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;

/** Graph has given no word that counts, and will not give one for the next device either. */
final class GraphException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Why why;
    private final boolean mayHaveArrived;

    GraphException(Why why, String words, boolean mayHaveArrived) {
        super(words);
        this.why = why;
        this.mayHaveArrived = mayHaveArrived;
    }

    Why why() {
        return why;
    }

    /** Whether what was asked for may have been done. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

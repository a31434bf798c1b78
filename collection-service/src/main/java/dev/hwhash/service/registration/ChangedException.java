// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

/** Somebody decided, or deleted, between the look at the queue and the sending: nothing was sent. */
public final class ChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public ChangedException() {
        super("a device was decided anew or deleted meanwhile", null, false, false);
    }
}

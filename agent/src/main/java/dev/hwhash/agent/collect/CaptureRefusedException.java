// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

/** A file is no capture that hwhash reads. The message says why and what to do; it fits behind the file's name. */
final class CaptureRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    CaptureRefusedException(String why) {
        super(why);
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

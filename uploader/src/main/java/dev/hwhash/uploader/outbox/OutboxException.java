// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The outbox could not do what it was asked for. No report that was to be added is in it; one that was in it still
 * is. The message names the folder or file, the cause as seen and what to do.
 */
public final class OutboxException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What stood in the way. */
    public enum Reason {
        /** As many reports or bytes wait as may. */
        FULL,
        /** The report is larger than any service takes. */
        TOO_LARGE,
        /** Another process kept the outbox for longer than there was patience. */
        LOCKED,
        /** The disk or the folder: full, read-only, missing, a link, or anything else that the system reported. */
        DISK
    }

    private final Reason reason;

    OutboxException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * Returns what stood in the way.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

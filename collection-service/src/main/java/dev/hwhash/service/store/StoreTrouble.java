// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.SQLTransientException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** Tells what passes, or what an administrator has to see to, from defects of the service. */
public enum StoreTrouble {
    /** Others wrote for as long as one waits, or all connections were in use. */
    BUSY,
    /** The disk is full or failed, or takes no write. */
    DISK;

    /**
     * Looks for the trouble behind a failure.
     *
     * @param failure whatever was thrown
     * @return empty where it is another one
     */
    public static Optional<StoreTrouble> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return Optional.of(BUSY);
            }
            if (cause instanceof SQLiteException sqlite) {
                return of(sqlite);
            }
        }
        return Optional.empty();
    }

    private static Optional<StoreTrouble> of(SQLiteException e) {
        // The lowest byte; the others say more closely why.
        return switch (e.getResultCode().code & 0xFF) {
            case 5, 6 -> Optional.of(BUSY);
            case 8, 10, 13, 14 -> Optional.of(DISK);
            default -> Optional.empty();
        };
    }
}

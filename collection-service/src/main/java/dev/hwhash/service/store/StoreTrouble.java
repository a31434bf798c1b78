// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.sqlite.SQLiteException;

/** Tells what passes, or what an administrator has to see to, from defects of the service. */
public enum StoreTrouble {
    /** Others wrote for as long as one waits, or all connections were in use. */
    BUSY,
    /** The disk is full or failed, or takes no write. */
    DISK,
    /** The server takes no write: it is a standby, or somebody has it so. */
    READ_ONLY,
    /** The server stops, starts or is gone; whether the last commit came through is not known. */
    UNREACHABLE;

    /** Deadlock, serialization, a lock or a statement that takes too long, and memory that is in use. */
    private static final Set<String> PASSING = Set.of("40P01", "40001", "55P03", "57014", "53000", "53200", "53400");

    /** No room, and a read or a write that failed. */
    private static final Set<String> OF_THE_DISK = Set.of("53100", "58030");

    private static final String READING_ALONE = "25006";

    /** Connections (class 08), too many of them, and a server that stops, crashed or does not take any yet. */
    private static final Set<String> OF_THE_SERVER = Set.of("53300", "57P01", "57P02", "57P03", "57P05", "25P03");

    /**
     * Looks for the trouble behind a failure.
     *
     * @param failure whatever was thrown
     * @return empty where it is another one
     */
    public static Optional<StoreTrouble> of(Throwable failure) {
        Optional<StoreTrouble> trouble = Optional.empty();
        for (Throwable cause = failure; cause != null && trouble.isEmpty(); cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                trouble = of(sqlite);
            } else if (cause instanceof PSQLException server && isOfItsFiles(server)) {
                trouble = Optional.of(DISK);
            } else if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                trouble = ofState(sql.getSQLState());
            }
            if (trouble.isEmpty() && cause instanceof SQLTransientException) {
                trouble = Optional.of(BUSY);
            }
        }
        return trouble;
    }

    private static Optional<StoreTrouble> of(SQLiteException e) {
        // The lowest byte; the others say more closely why (sqlite.org/rescode.html).
        return switch (e.getResultCode().code & 0xFF) {
            case 5, 6 -> Optional.of(BUSY);
            case 8, 10, 13, 14 -> Optional.of(DISK);
            default -> Optional.empty();
        };
    }

    /**
     * A file that cannot grow for another reason than a full disk, such as a quota, has the code of an internal error; what
     * was at work is its storage manager all the same, which its source calls the magnetic disk's.
     */
    private static boolean isOfItsFiles(PSQLException e) {
        ServerErrorMessage message = e.getServerErrorMessage();
        return message != null && "md.c".equals(message.getFile());
    }

    /**
     * By PostgreSQL's code of five characters.
     *
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
     */
    private static Optional<StoreTrouble> ofState(String state) {
        if (state.startsWith("08") || OF_THE_SERVER.contains(state)) {
            return Optional.of(UNREACHABLE);
        }
        if (state.equals(READING_ALONE)) {
            return Optional.of(READ_ONLY);
        }
        if (OF_THE_DISK.contains(state)) {
            return Optional.of(DISK);
        }
        return PASSING.contains(state) ? Optional.of(BUSY) : Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Copies what is not there yet of a table, in pieces that are each there whole or not at all. Used by one thread. */
final class TableCopier {

    /** Some megabytes of hashes: a commit is a small part of the time, and a cut loses little. */
    private static final int PIECE = 1000;

    private static final int BUFFER = 1 << 16;

    private final Connection source;
    private final Connection target;
    private final CopyManager copying;
    private final Progress progress;

    TableCopier(Connection source, Connection target, Progress progress) throws SQLException {
        this.source = source;
        this.target = target;
        this.copying = target.unwrap(PGConnection.class).getCopyAPI();
        this.progress = progress;
    }

    /** Goes on behind the last row that is there: rows come in the order of their key. */
    void copy(Table table) throws SQLException {
        try (Rows rows = Rows.of(source, table, Rows.lastKey(target, table))) {
            boolean more = rows.next();
            while (more) {
                more = piece(table, rows);
            }
        }
    }

    /** A statement of its own, and so a transaction. */
    private boolean piece(Table table, Rows rows) throws SQLException {
        CopyIn copy = copying.copyIn(table.copy());
        try {
            CopyText text = new CopyText();
            boolean more = true;
            int copied = 0;
            for (; more && copied < PIECE; copied++) {
                text.add(rows.row());
                more = rows.next();
                if (text.size() >= BUFFER) {
                    write(copy, text.take());
                }
            }
            write(copy, text.take());
            copy.endCopy();
            progress.copied(table.name(), copied);
            return more;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, byte[] bytes) throws SQLException {
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}

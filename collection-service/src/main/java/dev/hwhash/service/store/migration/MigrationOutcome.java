// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.util.List;

/** How a migration ended. Immutable. */
public sealed interface MigrationOutcome {

    /**
     * All was copied, and compared.
     *
     * @param tables each that was compared
     * @param copied how many rows this run copied
     */
    record Compared(List<ComparedTable> tables, long copied) implements MigrationOutcome {

        /** Copies the list. */
        public Compared {
            tables = List.copyOf(tables);
        }

        /**
         * Returns whether each table is the same; if not, the database keeps its mark.
         *
         * @return by count and hash
         */
        public boolean isSame() {
            return tables.stream().allMatch(ComparedTable::isSame);
        }
    }

    /**
     * Nothing was copied.
     *
     * @param id names the reason
     * @param words what was found, and what to do
     */
    record Refused(String id, String words) implements MigrationOutcome {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import java.util.List;

/**
 * A column as an importer names it.
 *
 * @param field what it holds
 * @param need whether the file has to have it
 * @param names its name to the letter, the one for new files first; empty where the importer takes no header
 */
public record ImportColumn(Field field, Need need, List<String> names) {

    /** Whether a file has to have a column. */
    public enum Need {
        /** Without it there is nothing to import. */
        NEEDED,
        /** It stands in the documented header, but its cells may be empty. */
        EXPECTED,
        /** It may be left out. */
        OPTIONAL
    }

    /** Copies the names. */
    public ImportColumn {
        names = List.copyOf(names);
    }

    static ImportColumn of(Field field, Need need, String... names) {
        return new ImportColumn(field, need, List.of(names));
    }

    /**
     * Returns the name that a new file gets.
     *
     * @return the name to the letter; empty where the importer takes no header
     */
    public String name() {
        return names.isEmpty() ? "" : names.get(0);
    }
}

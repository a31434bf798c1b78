// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.Format;
import dev.hwhash.device.index.GroupedRows;
import dev.hwhash.device.table.DeviceRow;
import java.util.List;
import java.util.Set;

/**
 * What the first pass saw.
 *
 * @param sources the files that have rows
 * @param formats what these files are
 * @param grouped which row is about which device, and which of them counts
 * @param notes what else is known of each row
 */
record Surveyed(List<Source> sources, Set<Format> formats, GroupedRows grouped, RowNotes notes) {

    /** Copies the lists. */
    Surveyed {
        sources = List.copyOf(sources);
        formats = Set.copyOf(formats);
    }

    /** Returns the number of a row; negative where the source had no row there, and so has changed. */
    int number(Source source, DeviceRow row) {
        return notes.row(row.line(), source.firstRow(), source.firstRow() + source.rows());
    }
}

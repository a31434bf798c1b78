// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.check.CheckedRow;
import dev.hwhash.device.check.FileFix;
import dev.hwhash.device.check.FixedRow;
import dev.hwhash.device.check.RowCheck;
import dev.hwhash.device.table.DeviceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows that follow one another, after the look at each of them.
 *
 * @param rows what was found
 * @param places the columns of the first row
 * @param copy the line of the corrected copy for each of them; none where no copy is made
 */
record Batch(List<CheckedRow> rows, Map<Field, Integer> places, List<String> copy) {

    static Batch checked(List<DeviceRow> rows, RowCheck check) {
        List<CheckedRow> checked = new ArrayList<>(rows.size());
        for (DeviceRow row : rows) {
            checked.add(check.check(row));
        }
        return new Batch(checked, rows.get(0).places(), List.of());
    }

    static Batch fixed(List<DeviceRow> rows, RowCheck check, FileFix fix) {
        List<CheckedRow> checked = new ArrayList<>(rows.size());
        List<String> copy = new ArrayList<>(rows.size());
        for (DeviceRow row : rows) {
            CheckedRow one = check.check(row);
            FixedRow fixed = fix.fix(row, one);
            checked.add(new CheckedRow(one.line(), one.identity(), fixed.findings()));
            copy.add(fixed.line());
        }
        return new Batch(checked, rows.get(0).places(), copy);
    }
}

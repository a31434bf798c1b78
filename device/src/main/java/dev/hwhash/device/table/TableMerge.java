// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.SameDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts devices into a table: each replaces the row of the same device, or is added at the end. Every other character of
 * the text stays, but a missing last line break is added. Not thread-safe.
 */
public final class TableMerge {

    /** Kept from the old row where the new one is silent: all but the hash, which may be that of another board. */
    private static final Field[] KEPT = {
        Field.WINDOWS_PRODUCT_ID, Field.MANUFACTURER, Field.MODEL, Field.GROUP_TAG, Field.ASSIGNED_USER
    };

    private final DeviceTable table;
    private final List<Entry> entries = new ArrayList<>();

    /** A row that is there or will be; a changed one has a new line. */
    private static final class Entry {
        private final Optional<TableRow> row;
        private DeviceRecord device;
        private DeviceIdentity identity;
        private Optional<String> line = Optional.empty();

        private Entry(Optional<TableRow> row, DeviceRecord device, DeviceIdentity identity) {
            this.row = row;
            this.device = device;
            this.identity = identity;
        }

        private int number() {
            return row.map(TableRow::number).orElse(0);
        }
    }

    /**
     * Starts with what a table holds.
     *
     * @param table the table as it is; it does not change
     */
    public TableMerge(DeviceTable table) {
        this.table = table;
        for (TableRow row : table.rows()) {
            entries.add(new Entry(Optional.of(row), row.device(), DeviceIdentity.of(row.device())));
        }
    }

    /**
     * Puts one device in.
     *
     * @param fitted a device that was {@linkplain DeviceTable#fit(DeviceRecord) fitted} to the table
     * @return what became of it
     */
    public Placement put(DeviceRecord fitted) {
        DeviceIdentity identity = DeviceIdentity.of(fitted);
        List<Entry> same = new ArrayList<>();
        List<Integer> conflicts = new ArrayList<>();
        List<Integer> uncertain = new ArrayList<>();
        for (Entry entry : entries) {
            switch (SameDevice.compare(entry.identity, identity)) {
                case YES -> same.add(entry);
                case CONFLICT -> conflicts.add(entry.number());
                case UNCERTAIN -> uncertain.add(entry.number());
                case NO -> {}
            }
        }
        if (same.isEmpty()) {
            add(fitted, identity);
            return new Placement(0, false, List.of(), conflicts, uncertain);
        }
        // The last one is the newest where older tools have added a device again and again.
        Entry replaced = same.remove(same.size() - 1);
        boolean again = replaced.line.isPresent();
        replace(replaced, fitted);
        List<Integer> twins = new ArrayList<>();
        for (Entry twin : same) {
            twins.add(twin.number());
        }
        return new Placement(replaced.number(), again, twins, conflicts, uncertain);
    }

    private void add(DeviceRecord device, DeviceIdentity identity) {
        Entry entry = new Entry(Optional.empty(), device, identity);
        entry.line = Optional.of(table.line(device));
        entries.add(entry);
    }

    private void replace(Entry entry, DeviceRecord fitted) {
        DeviceRecord device = fitted;
        for (Field field : KEPT) {
            if (device.value(field).isEmpty()) {
                device = device.with(field, entry.device.value(field).orElse(""));
            }
        }
        entry.device = device;
        entry.identity = DeviceIdentity.of(device);
        entry.line = Optional.of(entry.row.isPresent() ? table.line(device, entry.row.get()) : table.line(device));
    }

    /**
     * Returns the text with all devices that were put in.
     *
     * @return the whole text
     */
    public String text() {
        String old = table.text();
        StringBuilder text = new StringBuilder(old.length() + 8192);
        int copied = 0;
        for (Entry entry : entries) {
            if (entry.row.isPresent() && entry.line.isPresent()) {
                text.append(old, copied, entry.row.get().start()).append(entry.line.get());
                copied = entry.row.get().end();
            }
        }
        text.append(old, copied, old.length());
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n' && text.charAt(text.length() - 1) != '\r') {
            text.append(table.newline());
        }
        for (Entry entry : entries) {
            if (entry.row.isEmpty()) {
                text.append(entry.line.orElseThrow()).append(table.newline());
            }
        }
        return text.toString();
    }
}

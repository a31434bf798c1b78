// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a file that is read row by row. The text of its hash stays in the bytes that were read until somebody asks
 * for it, so that a million rows cost no million strings. Immutable and thread-safe.
 */
public final class DeviceRow {

    private final int line;
    private final Columns columns;
    private final List<String> cells;
    private final HashCell hash;
    private final boolean quoted;

    /** Where a text that starts like a hash stands among bytes of UTF-8, or of a code page; empty where from is to. */
    // The array is the block that was read; nobody writes to it any more.
    @SuppressWarnings("ArrayRecordComponent")
    record HashCell(byte[] bytes, int from, int to) {

        static final HashCell NONE = new HashCell(new byte[0], 0, 0);

        String text() {
            return new String(bytes, from, to - from, UTF_8);
        }

        boolean isEmpty() {
            return from == to;
        }
    }

    /** Makes a row of cells; that of the hash is empty where it is given apart. */
    DeviceRow(int line, Columns columns, List<String> cells, HashCell hash, boolean quoted) {
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.hash = hash;
        this.quoted = quoted;
    }

    /**
     * Makes a row of a device that was read otherwise, as from JSON.
     *
     * @param line the line on which it stands, from 1
     * @param device what it says
     * @return a row with a column for each known field
     */
    public static DeviceRow of(int line, DeviceRecord device) {
        List<Field> fields = List.copyOf(device.values().keySet());
        List<String> cells = List.copyOf(device.values().values());
        return new DeviceRow(line, Columns.of(fields), cells, HashCell.NONE, false);
    }

    /**
     * Returns where the row stands.
     *
     * @return the line on which it starts, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns what the row says of a field.
     *
     * @param field any field
     * @return the cell to the letter, blanks around it too; empty where the cell is, or the file has no such column
     */
    public String value(Field field) {
        Integer place = columns.places().get(field);
        if (place == null || place >= cells.size()) {
            return "";
        }
        return field == Field.HARDWARE_HASH && !hash.isEmpty() ? hash.text() : cells.get(place);
    }

    /**
     * Returns whether the row says anything of a field.
     *
     * @param field any field
     * @return true where {@link #value(Field)} holds more than blanks, without making a text of a hash
     */
    public boolean has(Field field) {
        return (field == Field.HARDWARE_HASH && !hash.isEmpty())
                || !value(field).isBlank();
    }

    /**
     * Returns how long a cell is.
     *
     * @param field any field
     * @return the characters of {@link #value(Field)}, without making a text of a hash
     */
    public int length(Field field) {
        return field == Field.HARDWARE_HASH && !hash.isEmpty()
                ? hash.to() - hash.from()
                : value(field).length();
    }

    /**
     * Reads the hardware hash; reads it anew at each call.
     *
     * @return empty where the row has none
     */
    public Optional<HashReading> readHash() {
        if (!has(Field.HARDWARE_HASH)) {
            return Optional.empty();
        }
        return Optional.of(
                hash.isEmpty()
                        ? HardwareHash.read(value(Field.HARDWARE_HASH))
                        : HardwareHash.read(hash.bytes(), hash.from(), hash.to()));
    }

    /**
     * Returns all that the row says.
     *
     * @return a record with the text of the hash
     */
    public DeviceRecord device() {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : columns.fields()) {
            values.put(field, value(field));
        }
        return new DeviceRecord(values);
    }

    /**
     * Returns the cells as they were written, quotes removed, those of unknown columns too.
     *
     * @return an immutable list; the cell of the hash may be empty here though the row has one
     */
    public List<String> cells() {
        return cells;
    }

    /**
     * Returns which column is whose.
     *
     * @return places of known fields, from 0
     */
    public Map<Field, Integer> places() {
        return columns.places();
    }

    /**
     * Returns how many columns the header of this row has.
     *
     * @return as many as {@link #cells()} has, in a row without a comma too many
     */
    public int columnCount() {
        return columns.blank().size();
    }

    /**
     * Returns whether a cell stands in quotes, which the importers do not take.
     *
     * @return false for rows of JSON
     */
    public boolean quoted() {
        return quoted;
    }

    /** Tells the line only: the cells identify a device. */
    @Override
    public String toString() {
        return "DeviceRow[line " + line + "]";
    }
}

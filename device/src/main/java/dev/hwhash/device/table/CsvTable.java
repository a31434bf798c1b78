// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CSV file of devices in any of the dialects that services and tools write. */
public final class CsvTable implements DeviceTable {

    private final String text;
    private final CsvSyntax syntax;
    private final Columns columns;
    private final Format format;
    private final TextEncoding encoding;
    private final List<TableRow> rows;

    private CsvTable(
            String text, CsvSyntax syntax, Columns columns, Format format, TextEncoding encoding, List<TableRow> rows) {
        this.text = text;
        this.syntax = syntax;
        this.columns = columns;
        this.format = format;
        this.encoding = encoding;
        this.rows = List.copyOf(rows);
    }

    /**
     * Makes a table without rows, as a new file starts.
     *
     * @param format any but JSON
     * @param fields what its rows will hold; brings the optional columns
     * @param encoding how it will be stored
     * @return header only, if the format has one
     * @throws IllegalArgumentException if the format is JSON
     */
    public static CsvTable create(Format format, Set<Field> fields, TextEncoding encoding) {
        List<CsvColumn> columns = CsvColumn.of(format, fields);
        List<Field> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (CsvColumn column : columns) {
            places.add(column.field());
            names.add(column.name());
        }
        String header =
                format == Format.CORPORATE_IDENTIFIERS ? "" : CsvSyntax.PLAIN.line(names) + CsvSyntax.PLAIN.newline();
        return new CsvTable(header, CsvSyntax.PLAIN, Columns.of(places), format, encoding, List.of());
    }

    static CsvTable of(
            String text, CsvSyntax syntax, Columns columns, Format format, TextEncoding encoding, List<CsvLine> lines) {
        List<TableRow> rows = new ArrayList<>();
        for (CsvLine line : lines) {
            rows.add(new TableRow(line.number(), line.start(), line.end(), columns.device(line.cells())));
        }
        return new CsvTable(text, syntax, columns, format, encoding, rows);
    }

    Columns columns() {
        return columns;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public List<TableRow> rows() {
        return rows;
    }

    @Override
    public String newline() {
        return syntax.newline();
    }

    @Override
    public Fit fit(DeviceRecord device) throws CannotHoldException {
        requireColumns(device);
        Map<Field, String> fitted = new EnumMap<>(Field.class);
        Set<Field> leftEmpty = EnumSet.noneOf(Field.class);
        for (Field field : columns.fields()) {
            String value = spelled(field, device.value(field).orElse(""));
            if (mayBeLeftEmpty(field, value, device)) {
                leftEmpty.add(field);
            } else {
                requireWritable(field, value);
                fitted.put(field, value);
            }
        }
        return new Fit(new DeviceRecord(fitted), leftEmpty);
    }

    /** What the service cannot do without, and what somebody has asked for, must not be lost. */
    private void requireColumns(DeviceRecord device) throws CannotHoldException {
        Set<Field> columnsNeeded = EnumSet.of(Field.GROUP_TAG, Field.ASSIGNED_USER);
        columnsNeeded.addAll(format.needed());
        for (Field field : columnsNeeded) {
            if (device.value(field).isPresent() && !columns.fields().contains(field)) {
                throw new CannotHoldException(field, "has no column there");
            }
        }
    }

    /** Intune compares corporate identifiers without these characters. */
    private String spelled(Field field, String value) {
        boolean name = field == Field.MANUFACTURER || field == Field.MODEL;
        return name && format == Format.CORPORATE_IDENTIFIERS
                ? value.replace(".", "").replace(",", "")
                : value;
    }

    private boolean mayBeLeftEmpty(Field field, String value, DeviceRecord device) {
        boolean name = field == Field.MANUFACTURER || field == Field.MODEL;
        return name
                && format == Format.PARTNER_CENTER
                && !syntax.quoted()
                && value.indexOf(syntax.separator()) >= 0
                && device.value(Field.HARDWARE_HASH).isPresent()
                && columns.fields().contains(Field.HARDWARE_HASH);
    }

    private void requireWritable(Field field, String value) throws CannotHoldException {
        Optional<String> obstacle = syntax.obstacle(value);
        if (obstacle.isPresent()) {
            throw new CannotHoldException(field, "holds " + obstacle.get() + ", for which the file has no escape");
        }
        Optional<String> lacking = encoding.lacking(value);
        if (lacking.isPresent()) {
            throw new CannotHoldException(
                    field,
                    String.format(
                            "holds U+%04X, which the encoding %s lacks",
                            lacking.get().codePointAt(0), encoding));
        }
    }

    @Override
    public String line(DeviceRecord device) {
        List<String> cells = columns.cells(device);
        // Repeated names keep their quotes.
        return columns.areRepeated() && !rows.isEmpty() ? syntax.line(cells, written(rows.get(0))) : syntax.line(cells);
    }

    @Override
    public String line(DeviceRecord device, TableRow replaced) {
        CsvLine old = written(replaced);
        return syntax.line(columns.cells(device, old.cells()), old);
    }

    private CsvLine written(TableRow row) {
        return CsvLine.at(text, row.start(), syntax.separator(), row.number()).orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.json.JsonTable;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.CsvReader;
import dev.hwhash.device.table.CsvTable;
import dev.hwhash.device.table.DeviceTable;
import dev.hwhash.device.table.Fit;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.Placement;
import dev.hwhash.device.table.TableMerge;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a device file, and what it becomes with more devices.
 *
 * @param table its text, taken apart
 * @param encoding how it is stored
 * @param isNew whether there was nothing
 */
record DeviceText(DeviceTable table, TextEncoding encoding, boolean isNew) {

    /**
     * What the content is with devices put in.
     *
     * @param bytes the whole content
     * @param placements what became of each device
     * @param leftEmpty the fields that were left out of each device
     */
    // The array is made here and handed to the disk; nobody compares or keeps it.
    @SuppressWarnings("ArrayRecordComponent")
    record Changed(byte[] bytes, List<Placement> placements, List<Set<Field>> leftEmpty) {}

    /**
     * Takes a file apart, or starts a new one where it holds nothing.
     *
     * @throws NotADeviceFileException if it is none, or not of the format or encoding that was asked for
     */
    static DeviceText open(Optional<byte[]> content, CollectRequest request, Set<Field> fields)
            throws NotADeviceFileException {
        if (content.isEmpty()) {
            return blank(request, fields);
        }
        TextEncoding encoding = TextEncoding.of(content.get(), request.ansi());
        String text = decoded(content.get(), encoding);
        if (text.isBlank()) {
            return blank(request, fields);
        }
        if (request.encoding().isPresent()) {
            TextEncoding asked = request.encoding().get();
            if (!encoding.passesFor(asked)) {
                throw new NotADeviceFileException("it is stored as " + encoding + ", not as " + asked);
            }
            encoding = encoding.equals(TextEncoding.ASCII) ? asked : encoding;
        }
        DeviceTable table = table(text, encoding, request.format());
        if (request.format().isPresent() && request.format().get() != table.format()) {
            throw new NotADeviceFileException("its format is " + table.format() + ", not "
                    + request.format().get());
        }
        return new DeviceText(table, encoding, false);
    }

    static String decoded(byte[] content, TextEncoding encoding) throws NotADeviceFileException {
        Optional<String> text = encoding.decode(content);
        if (text.isEmpty()) {
            throw new NotADeviceFileException("it is not text in " + encoding + " (" + encoding.charset() + ")");
        }
        return text.get();
    }

    /** Takes a text apart by what it looks like; identifiers have no header, so that format has to be named. */
    static DeviceTable table(String text, TextEncoding encoding, Optional<Format> named)
            throws NotADeviceFileException {
        if (text.stripLeading().startsWith("{")) {
            return JsonTable.read(text);
        }
        try {
            return CsvReader.read(text, encoding);
        } catch (NotADeviceFileException e) {
            if (named.equals(Optional.of(Format.CORPORATE_IDENTIFIERS))) {
                return CsvReader.readIdentifiers(text, encoding);
            }
            throw e;
        }
    }

    private static DeviceText blank(CollectRequest request, Set<Field> fields) {
        Format format = request.format().orElse(Format.AUTOPILOT);
        TextEncoding encoding = request.encoding().orElse(TextEncoding.ASCII);
        return format == Format.JSON
                ? new DeviceText(JsonTable.EMPTY, encoding, true)
                : new DeviceText(CsvTable.create(format, fields, encoding), encoding, true);
    }

    /** Returns the fields by which a new file gets its columns. */
    static Set<Field> fields(List<DeviceRecord> devices) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (DeviceRecord device : devices) {
            fields.addAll(device.values().keySet());
        }
        return fields;
    }

    /**
     * Puts devices in.
     *
     * @throws RowRefusedException if a value does not fit; then nothing is to be written
     */
    Changed with(List<DeviceRecord> devices) throws RowRefusedException {
        TableMerge merge = new TableMerge(table);
        List<Placement> placements = new ArrayList<>();
        List<Set<Field>> leftEmpty = new ArrayList<>();
        for (DeviceRecord device : devices) {
            Fit fit = fit(device);
            placements.add(merge.put(fit.device()));
            leftEmpty.add(fit.leftEmpty());
        }
        return new Changed(encoded(merge.text()), placements, leftEmpty);
    }

    /**
     * Fits a device to the columns.
     *
     * @throws RowRefusedException if a value does not fit
     */
    Fit fit(DeviceRecord device) throws RowRefusedException {
        try {
            return table.fit(device);
        } catch (CannotHoldException e) {
            throw new RowRefusedException(device, e);
        }
    }

    private byte[] encoded(String text) {
        try {
            return encoding.encode(text);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a row that fits could not be encoded in " + encoding, e);
        }
    }
}

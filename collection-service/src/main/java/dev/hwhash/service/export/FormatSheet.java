// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.CsvRowWriter;
import dev.hwhash.device.table.RowWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of an importer's file. */
final class FormatSheet implements Sheet {

    private final Format format;
    private final RowWriter writer;

    FormatSheet(ExportRequest request, Set<Field> optionalColumns) {
        this.format = request.format();
        this.writer = format == Format.JSON
                ? new JsonRowWriter(request.encoding())
                : new CsvRowWriter(format, optionalColumns, request.encoding());
    }

    @Override
    public byte[] start() {
        return writer.start();
    }

    @Override
    public boolean add(StoredDevice device, ByteArrayOutputStream out) {
        return refusal(device, out).isEmpty();
    }

    /** Writes a row, or returns why there is none. */
    Optional<String> refusal(StoredDevice device, ByteArrayOutputStream out) {
        List<String> missing = missing(device.facts());
        if (!missing.isEmpty()) {
            return Optional.of("it has no " + String.join(", no ", missing) + ", without which the format " + format
                    + " has no row");
        }
        try {
            writer.write(device.facts(), Optional.empty(), out);
            return Optional.empty();
        } catch (CannotHoldException e) {
            return Optional.of(e.getMessage());
        }
    }

    private List<String> missing(DeviceRecord device) {
        List<String> missing = new ArrayList<>(0);
        for (Field field : format.needed()) {
            if (!device.values().containsKey(field) && !standsWithoutNames(device)) {
                missing.add(field.words());
            }
        }
        return missing;
    }

    /** Partner Center finds a device by its hash or its product ID alone. */
    private boolean standsWithoutNames(DeviceRecord device) {
        return format == Format.PARTNER_CENTER
                && (device.values().containsKey(Field.HARDWARE_HASH)
                        || device.values().containsKey(Field.WINDOWS_PRODUCT_ID));
    }
}

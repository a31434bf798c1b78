// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.CsvRowWriter;
import dev.hwhash.device.table.LineRowWriter;
import dev.hwhash.device.table.RowWriter;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;

/** The rows of an importer's file. */
final class FormatSheet implements Sheet {

    private final Format format;
    private final RowWriter writer;

    FormatSheet(ExportRequest request, Set<Field> optionalColumns) {
        this.format = request.format();
        this.writer = format == Format.JSON
                ? new LineRowWriter(request.encoding(), JsonLine::of)
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
        Optional<String> lack = format.lack(device.facts().values().keySet());
        if (lack.isPresent()) {
            return lack;
        }
        try {
            writer.write(device.facts(), Optional.empty(), out);
            return Optional.empty();
        } catch (CannotHoldException e) {
            return Optional.of(e.getMessage());
        }
    }
}

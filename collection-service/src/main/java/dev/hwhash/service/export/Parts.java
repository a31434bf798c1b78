// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP with the devices in parts of so many rows, named as {@code hwhash split} names them, and with what no part could
 * hold as {@code left-out.jsonl}. Written in constant memory. Used once.
 */
final class Parts {

    private static final int PIECE = 1 << 16;

    private final ExportRequest request;
    private final int rowsInPart;
    private final ZipOutputStream zip;
    private int parts;
    private long rows;
    private long leftOut;

    Parts(ExportRequest request, int rowsInPart, OutputStream out) {
        this.request = request;
        this.rowsInPart = rowsInPart;
        this.zip = new ZipOutputStream(out, UTF_8);
    }

    Tally write(DeviceSnapshot snapshot, Deadline deadline) throws IOException {
        FormatSheet sheet = new FormatSheet(request, snapshot.optionalColumns());
        rows(snapshot, sheet, deadline);
        if (leftOut > 0) {
            snapshot.rewind();
            leftOut(snapshot, new LeftOutSheet(sheet), deadline);
        }
        zip.finish();
        return new Tally(rows, leftOut);
    }

    private void rows(DeviceSnapshot snapshot, Sheet sheet, Deadline deadline) throws IOException {
        begin(sheet);
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (Optional<StoredDevice> device = snapshot.next(); device.isPresent(); device = snapshot.next()) {
            row.reset();
            if (!sheet.add(device.get(), row)) {
                leftOut++;
                continue;
            }
            if (rows > 0 && rows % rowsInPart == 0) {
                zip.closeEntry();
                begin(sheet);
                deadline.require();
            }
            row.writeTo(zip);
            rows++;
        }
        zip.closeEntry();
    }

    private void begin(Sheet sheet) throws IOException {
        zip.putNextEntry(new ZipEntry(request.partName(++parts)));
        zip.write(sheet.start());
    }

    private void leftOut(DeviceSnapshot snapshot, Sheet sheet, Deadline deadline) throws IOException {
        zip.putNextEntry(new ZipEntry("left-out.jsonl"));
        ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * PIECE);
        for (Optional<StoredDevice> device = snapshot.next(); device.isPresent(); device = snapshot.next()) {
            sheet.add(device.get(), lines);
            if (lines.size() >= PIECE) {
                lines.writeTo(zip);
                lines.reset();
                deadline.require();
            }
        }
        lines.writeTo(zip);
        zip.closeEntry();
    }
}

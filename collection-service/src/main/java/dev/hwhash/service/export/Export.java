// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Writes devices as one file, in constant memory. Immutable and thread-safe. */
public final class Export {

    /** For as long the database keeps all that is written meanwhile: a reader that stands still is not waited for. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int PIECE = 1 << 16;

    private final DeviceSnapshot.Source devices;

    /** Takes a file piece by piece. */
    public interface Sink {

        /**
         * Takes the next bytes.
         *
         * @param bytes its buffer
         * @throws IOException if it takes no more
         */
        void write(ByteArrayOutputStream bytes) throws IOException;
    }

    /**
     * Makes an export.
     *
     * @param devices what is exported
     */
    public Export(DeviceSnapshot.Source devices) {
        this.devices = devices;
    }

    /**
     * Writes the file.
     *
     * @param request which one
     * @param sink where to
     * @return what it holds; without it the file is not whole
     * @throws IOException if the devices cannot be read, the sink takes no more, or it took longer than {@link #LONGEST}
     */
    public Tally file(ExportRequest request, Sink sink) throws IOException {
        try (DeviceSnapshot snapshot = devices.open(request.fields(), request.states())) {
            return write(snapshot, new FormatSheet(request, snapshot.optionalColumns()), sink);
        }
    }

    /**
     * Writes the devices that the file would leave out, one JSON object a line.
     *
     * @param request which file
     * @param sink where to
     * @return what the file would hold
     * @throws IOException as with {@link #file}
     */
    public Tally leftOut(ExportRequest request, Sink sink) throws IOException {
        try (DeviceSnapshot snapshot = devices.open(request.fields(), request.states())) {
            Set<Field> columns = snapshot.optionalColumns();
            return write(snapshot, new LeftOutSheet(new FormatSheet(request, columns)), sink);
        }
    }

    /**
     * Writes a ZIP with the devices in parts, each a file by itself, and with the devices that no part could hold as
     * {@code left-out.jsonl}.
     *
     * @param request which format
     * @param rows the most rows of a part, from 1
     * @param out where to; stays open
     * @return what it holds; without it the ZIP is not whole
     * @throws IOException as with {@link #file}
     */
    public Tally parts(ExportRequest request, int rows, OutputStream out) throws IOException {
        try (DeviceSnapshot snapshot = devices.open(request.fields(), request.states())) {
            return new Parts(request, rows, out).write(snapshot, new Deadline());
        }
    }

    private static Tally write(DeviceSnapshot snapshot, Sheet sheet, Sink sink) throws IOException {
        Deadline deadline = new Deadline();
        ByteArrayOutputStream piece = new ByteArrayOutputStream(2 * PIECE);
        piece.writeBytes(sheet.start());
        long rows = 0;
        long leftOut = 0;
        for (Optional<StoredDevice> device = snapshot.next(); device.isPresent(); device = snapshot.next()) {
            if (sheet.add(device.get(), piece)) {
                rows++;
            } else {
                leftOut++;
            }
            if (piece.size() >= PIECE) {
                sink.write(piece);
                piece.reset();
                deadline.require();
            }
        }
        sink.write(piece);
        return new Tally(rows, leftOut);
    }
}

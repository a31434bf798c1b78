// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows that are lines of their own, without a header, such as one JSON object each. */
public final class LineRowWriter implements RowWriter {

    private static final String NEWLINE = "\r\n";

    private final TextEncoding encoding;
    private final Function<DeviceRecord, String> line;

    /**
     * Makes a writer.
     *
     * @param encoding how the file is stored
     * @param line makes a line of a device with its hash, without its end, in characters that every encoding has; safe
     *     for use by several threads
     */
    public LineRowWriter(TextEncoding encoding, Function<DeviceRecord, String> line) {
        this.encoding = encoding;
        this.line = line;
    }

    @Override
    public byte[] start() {
        try {
            return encoding.encode("");
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("every encoding has no character at all", e);
        }
    }

    @Override
    public Set<Field> write(DeviceRecord device, Optional<HardwareHash> hash, ByteArrayOutputStream out) {
        DeviceRecord whole =
                hash.isPresent() ? device.with(Field.HARDWARE_HASH, hash.get().text()) : device;
        out.writeBytes((line.apply(whole) + NEWLINE).getBytes(encoding.charset()));
        return Set.of();
    }
}

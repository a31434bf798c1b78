// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.json;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.table.RowWriter;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.Set;

/** Rows of JSON, one object a line. */
public final class JsonRowWriter implements RowWriter {

    private static final String NEWLINE = "\r\n";

    private final TextEncoding encoding;

    /**
     * Makes a writer.
     *
     * @param encoding how the file is stored
     */
    public JsonRowWriter(TextEncoding encoding) {
        this.encoding = encoding;
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
        out.writeBytes((JsonLine.write(whole) + NEWLINE).getBytes(encoding.charset()));
        return Set.of();
    }
}

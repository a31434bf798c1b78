// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;
import static dev.hwhash.device.hash.content.Unsigned.u32;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Size and resolution of a display: record type 9.
 *
 * @param width mm; empty where it is not known
 * @param height mm; empty where it is not known
 * @param horizontal pixels; empty where they are not known
 * @param vertical pixels; empty where they are not known
 * @param connector DISPLAYCONFIG_VIDEO_OUTPUT_TECHNOLOGY, as far as is known
 */
public record Screen(
        OptionalInt width, OptionalInt height, OptionalInt horizontal, OptionalInt vertical, Code connector) {

    private static final int LENGTH = 12;
    private static final int NOT_KNOWN = 0xFFFF;
    private static final long INTERNAL = 0x80000000L;
    private static final long OTHER = 0xFFFFFFFFL;

    /** DISPLAYCONFIG_VIDEO_OUTPUT_TECHNOLOGY of wingdi.h. */
    private static final List<String> CONNECTORS = List.of(
            "VGA",
            "S-Video",
            "Composite",
            "Component",
            "DVI",
            "HDMI",
            "LVDS",
            "",
            "D_JPN",
            "SDI",
            "DisplayPort",
            "Embedded DisplayPort",
            "UDI",
            "Embedded UDI",
            "SDTV dongle",
            "Miracast",
            "Indirect wired",
            "Indirect virtual",
            "DisplayPort over USB");

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<Screen> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(new Screen(
                known(u16(payload, 0)),
                known(u16(payload, 2)),
                known(u16(payload, 4)),
                known(u16(payload, 6)),
                connector(u32(payload, 8))));
    }

    static OptionalInt known(int value) {
        return value == NOT_KNOWN ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static Code connector(long value) {
        if (value == INTERNAL) {
            return new Code(value, Optional.of("Internal"));
        }
        return value == OTHER ? new Code(value, Optional.of("Other")) : Code.of(value, CONNECTORS);
    }
}

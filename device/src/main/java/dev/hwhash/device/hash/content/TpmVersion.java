// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.HashRecord;
import java.util.Optional;

/**
 * What the TPM says of itself: record type 13, such as {@code TPM-Version:2.0
 * -Level:0-Revision:1.59-VendorID:'NTC '-Firmware:458754.196609}.
 *
 * @param text all of it
 */
public record TpmVersion(String text) {

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<TpmVersion> of(HashRecord record) {
        return Optional.of(new TpmVersion(record.text()));
    }

    /**
     * Returns the version of the specification.
     *
     * @return such as 2.0; empty where the text has no such part
     */
    public Optional<String> version() {
        return part("TPM-Version:");
    }

    /**
     * Returns the maker.
     *
     * @return four letters at most, such as INTC; empty where the text has no such part
     */
    public Optional<String> vendorId() {
        return part("VendorID:");
    }

    /**
     * Returns the revision of the specification.
     *
     * @return such as 1.59; empty where the text has no such part
     */
    public Optional<String> revision() {
        return part("Revision:");
    }

    /**
     * Returns the version of the firmware as its maker writes it.
     *
     * @return four numbers: the halves of the two of the text, such as 7.2.3.1 for 458754.196609; empty where the text
     *     has no two numbers
     */
    public Optional<String> firmware() {
        Optional<String> stored = part("Firmware:");
        int dot = stored.orElse("").indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            int high = Integer.parseUnsignedInt(stored.get().substring(0, dot));
            int low = Integer.parseUnsignedInt(stored.get().substring(dot + 1));
            return Optional.of(halves(high) + "." + halves(low));
        } catch (NumberFormatException otherFirmware) {
            return Optional.empty();
        }
    }

    private static String halves(int number) {
        return (number >>> 16) + "." + (number & 0xFFFF);
    }

    /** A part runs to the hyphen of the next one; the maker's letters stand in quotes. */
    private Optional<String> part(String name) {
        int start = text.indexOf(name);
        if (start < 0) {
            return Optional.empty();
        }
        int from = start + name.length();
        int next = text.indexOf('-', from);
        String part = (next < 0 ? text.substring(from) : text.substring(from, next)).strip();
        boolean quoted = part.length() > 1 && part.startsWith("'") && part.endsWith("'");
        return Optional.of(quoted ? part.substring(1, part.length() - 1).strip() : part);
    }
}

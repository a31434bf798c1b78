// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.HashRecord;
import java.util.Optional;

/**
 * What a disk calls itself: record types 7 and 28, {@code serial|product|vendor}.
 *
 * @param serialNumber empty where a virtual disk has none; blanks kept
 * @param product model; empty where the record has no such part
 * @param vendor often empty
 */
public record DiskName(String serialNumber, String product, String vendor) {

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<DiskName> of(HashRecord record) {
        String text = record.text();
        int product = text.indexOf('|');
        if (product < 0) {
            return Optional.of(new DiskName(text, "", ""));
        }
        int vendor = text.indexOf('|', product + 1);
        return Optional.of(new DiskName(
                text.substring(0, product),
                vendor < 0 ? text.substring(product + 1) : text.substring(product + 1, vendor),
                vendor < 0 ? "" : text.substring(vendor + 1)));
    }
}

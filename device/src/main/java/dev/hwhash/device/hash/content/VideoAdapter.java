// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.HashRecord;
import java.util.Optional;

/**
 * A video adapter by its driver: record type 30, {@code vendor|name}.
 *
 * @param vendor who made the driver; empty where the record has no such part
 * @param name of the adapter
 */
public record VideoAdapter(String vendor, String name) {

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<VideoAdapter> of(HashRecord record) {
        String text = Utf16.text(record.payload(), 0, record.length());
        int name = text.indexOf('|');
        return Optional.of(
                name < 0
                        ? new VideoAdapter("", text)
                        : new VideoAdapter(text.substring(0, name), text.substring(name + 1)));
    }
}

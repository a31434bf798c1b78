// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants the devices as. Immutable and thread-safe.
 *
 * @param format the importer's
 * @param encoding how the text is stored
 */
public record ExportRequest(Format format, TextEncoding encoding) {

    /** What {@code ansi} is here: the service does not know the code page of whoever asks. */
    private static final Charset ANSI = Charset.forName("windows-1252");

    /**
     * Reads a request.
     *
     * @param format a name as on the command line of {@code hwhash convert}; empty: {@code autopilot}
     * @param encoding such a name; empty: {@code ascii}
     * @return empty where one of the names is none
     */
    public static Optional<ExportRequest> of(Optional<String> format, Optional<String> encoding) {
        Optional<Format> known = Format.named(format.orElse("autopilot"));
        Optional<TextEncoding> stored = TextEncoding.named(encoding.orElse("ascii"), ANSI);
        return known.isPresent() && stored.isPresent()
                ? Optional.of(new ExportRequest(known.get(), stored.get()))
                : Optional.empty();
    }

    /**
     * Returns what of a device has to be read.
     *
     * @return the fields that the format holds
     */
    public Set<Field> fields() {
        return format.held();
    }

    /**
     * Returns a name for the file.
     *
     * @return letters, dots and hyphens
     */
    public String fileName() {
        return "devices-" + format + (format == Format.JSON ? ".jsonl" : ".csv");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import dev.hwhash.service.approval.DeviceState;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants the devices as. Immutable and thread-safe.
 *
 * @param format the importer's
 * @param encoding how the text is stored
 * @param states which devices; never none
 */
public record ExportRequest(Format format, TextEncoding encoding, Set<DeviceState> states) {

    /** All but those that somebody rejected. */
    public static final Set<DeviceState> USUAL = Set.of(DeviceState.PENDING, DeviceState.APPROVED);

    /** Whatever somebody decided. */
    public static final Set<DeviceState> ALL = Set.of(DeviceState.values());

    /** What {@code ansi} is here: the service does not know the code page of whoever asks. */
    private static final Charset ANSI = Charset.forName("windows-1252");

    /** Copies the set. */
    public ExportRequest {
        states = Set.copyOf(states);
    }

    /**
     * Reads a request.
     *
     * @param format a name as on the command line of {@code hwhash convert}; empty: {@code autopilot}
     * @param encoding such a name; empty: {@code ascii}
     * @param state name of a {@link DeviceState}, or {@code all}; empty: {@link #USUAL}
     * @return empty where one of the names is none
     */
    public static Optional<ExportRequest> of(
            Optional<String> format, Optional<String> encoding, Optional<String> state) {
        Optional<Format> known = Format.named(format.orElse("autopilot"));
        Optional<TextEncoding> stored = TextEncoding.named(encoding.orElse("ascii"), ANSI);
        Optional<Set<DeviceState>> states = state.isPresent() ? states(state.get()) : Optional.of(USUAL);
        return known.isPresent() && stored.isPresent() && states.isPresent()
                ? Optional.of(new ExportRequest(known.get(), stored.get(), states.get()))
                : Optional.empty();
    }

    private static Optional<Set<DeviceState>> states(String name) {
        return name.equals("all") ? Optional.of(ALL) : DeviceState.named(name).map(Set::of);
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
        return stem() + ending();
    }

    /**
     * Returns a name for a ZIP with parts of the file.
     *
     * @return letters, dots and hyphens
     */
    public String zipName() {
        return stem() + ".zip";
    }

    /**
     * Returns what the file is, for the header of an answer.
     *
     * @return its media type with its charset
     */
    public String contentType() {
        String type = format == Format.JSON ? "application/x-ndjson" : "text/csv";
        return type + "; charset=" + encoding.charset().name();
    }

    /** Returns the name of a part, from 1, as {@code hwhash split} gives it. */
    String partName(int part) {
        return String.format(Locale.ROOT, "%s-%03d%s", stem(), part, ending());
    }

    private String stem() {
        return "devices-" + format;
    }

    private String ending() {
        return format == Format.JSON ? ".jsonl" : ".csv";
    }
}

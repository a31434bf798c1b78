// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.table.DeviceRow;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files in which PCs were captured. */
final class CaptureSource implements Source {

    /** Far above 500 rows in UTF-16; a file that is larger was picked by mistake. */
    private static final int LARGEST = 64 << 20;

    private final List<Path> files;
    private final Charset ansi;

    CaptureSource(List<Path> files, Charset ansi) {
        this.files = files;
        this.ansi = ansi;
    }

    @Override
    public List<Candidate> read(Format format, List<Problem> problems) {
        List<Candidate> candidates = new ArrayList<>();
        for (Path file : files) {
            try {
                read(file, format, candidates);
            } catch (InputRefusedException e) {
                problems.add(refused(file, e.getMessage()));
            }
        }
        return candidates;
    }

    /** All rows of a file or none: half a capture is an error, not a list. */
    private void read(Path file, Format format, List<Candidate> candidates) throws InputRefusedException {
        requireSize(file);
        List<Candidate> found = new ArrayList<>();
        boolean identifiers = format == Format.CORPORATE_IDENTIFIERS;
        try (InputRows rows = new InputFile(file, ansi, identifiers).open()) {
            String kind = rows.layout().format() == Format.JSON ? "json" : "csv";
            for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                for (DeviceRow row : some) {
                    found.add(candidate(file, kind, row, format));
                }
            }
        }
        if (found.isEmpty()) {
            throw new InputRefusedException("it holds no device");
        }
        candidates.addAll(found);
    }

    private static Candidate candidate(Path file, String kind, DeviceRow row, Format format) {
        DeviceRecord device = row.device();
        boolean isLine = device.value(Field.SOURCE).isEmpty() || kind.equals("json");
        String place = isLine ? file + ":" + row.line() : file.toString();
        DeviceRecord captured = device.filledFrom(DeviceRecord.EMPTY.with(Field.SOURCE, kind));
        return Candidate.captured(place, format.held().contains(Field.COLLECTED_AT) ? withTime(captured) : captured);
    }

    /** Its rows are all held at once, to be written all or none. */
    private static void requireSize(Path file) throws InputRefusedException {
        long size = file.toFile().length();
        if (size > LARGEST) {
            throw new InputRefusedException("it has " + size + " bytes, more than " + LARGEST + "; split it");
        }
    }

    private static Problem refused(Path file, String why) {
        return new Problem(ExitCode.INPUT_ERRORS, "capture-refused", file + ": " + why);
    }

    /** A capture that does not say when it was made has the time inside its hash. */
    private static DeviceRecord withTime(DeviceRecord device) {
        Optional<String> hash = device.value(Field.HARDWARE_HASH);
        if (hash.isEmpty() || device.value(Field.COLLECTED_AT).isPresent()) {
            return device;
        }
        HashReading reading = HardwareHash.read(hash.get());
        if (reading instanceof HardwareHash intact) {
            Optional<Capture> made = intact.capture();
            return made.isPresent()
                    ? device.with(Field.COLLECTED_AT, made.get().osSystemTime().toString())
                    : device;
        }
        return device;
    }
}

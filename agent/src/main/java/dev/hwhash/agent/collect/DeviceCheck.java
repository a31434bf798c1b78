// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.HashMark;
import dev.hwhash.agent.Problem;
import dev.hwhash.collector.Answer;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.SerialNumber;
import dev.hwhash.device.hash.Checksum;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at one device before it becomes a row: is all there that the format needs, is it sound, do the parts agree. Used
 * for one device and then thrown away.
 */
final class DeviceCheck {

    private final Candidate candidate;
    private final Format format;
    private final boolean strict;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private Optional<HardwareHash> hash = Optional.empty();
    private DeviceRecord device;

    private DeviceCheck(Candidate candidate, Format format, boolean strict) {
        this.candidate = candidate;
        this.format = format;
        this.strict = strict;
        this.device = candidate.known();
    }

    /** Returns the device as a row may say it, or why there is no row. */
    static CheckedDevice check(Candidate candidate, Format format, boolean strict) {
        DeviceCheck check = new DeviceCheck(candidate, format, strict);
        Optional<String> damagedHash = Optional.empty();
        if (format.held().contains(Field.HARDWARE_HASH)) {
            damagedHash = check.hash();
        } else {
            check.hashForNames();
        }
        check.leaveOut(Field.GROUP_TAG);
        check.leaveOut(Field.ASSIGNED_USER);
        check.serialNumber();
        check.name(Field.MANUFACTURER, check.hash.flatMap(HardwareHash::manufacturer));
        check.name(Field.MODEL, check.hash.flatMap(HardwareHash::productName));
        return new CheckedDevice(candidate, check.device, check.problems, check.warnings, damagedHash);
    }

    /** Returns the text of a damaged hash. */
    private Optional<String> hash() {
        String text = candidate.value(Field.HARDWARE_HASH);
        device = device.with(Field.HARDWARE_HASH, "");
        if (text.isBlank()) {
            missingHash();
            return Optional.empty();
        }
        HashReading reading = HardwareHash.read(text);
        if (reading instanceof DamagedHash damaged) {
            problem(
                    ExitCode.UNUSABLE_DATA,
                    "hash-damaged",
                    "the hardware hash is damaged: " + damaged.why() + " (" + HashMark.of(text)
                            + "); an importer would refuse it, so no row is written");
            return Optional.of(text);
        }
        HardwareHash intact = (HardwareHash) reading;
        hash = Optional.of(intact);
        device = device.with(Field.HARDWARE_HASH, intact.text());
        lookAt(intact);
        return Optional.empty();
    }

    /** A hash that the row does not need may still hold the names of a capture. */
    private void hashForNames() {
        if (HardwareHash.read(candidate.value(Field.HARDWARE_HASH)) instanceof HardwareHash intact) {
            hash = Optional.of(intact);
        }
    }

    /** What a capture knows and the format has no place for. */
    private void leaveOut(Field field) {
        Optional<String> value = device.value(field);
        if (value.isPresent() && !format.held().contains(field)) {
            device = device.with(field, "");
            warning(
                    "value-left-out",
                    "the " + field.words() + " \"" + value.get() + "\" is left out: the format " + format
                            + " has no column for it");
        }
    }

    private void missingHash() {
        Optional<Answer> answer = candidate.answer(Field.HARDWARE_HASH);
        ExitCode exit = exitFor(answer);
        String words = "no hardware hash: " + why(answer);
        boolean knownToBeMissing = exit == ExitCode.NO_HASH || exit == ExitCode.ACCESS_DENIED || candidate.isCapture();
        if (format.needed().contains(Field.HARDWARE_HASH) || !knownToBeMissing) {
            problem(exit, idFor(exit, "hash-missing"), words);
        } else {
            warning(
                    exit == ExitCode.ACCESS_DENIED ? exit : ExitCode.NO_HASH,
                    "hash-missing",
                    words + "; the row stands on serial number, manufacturer and model");
        }
    }

    private void lookAt(HardwareHash intact) {
        if (intact.checksum() == Checksum.MISSING) {
            warning("hash-without-checksum", "the hardware hash has no checksum, so damage would not show");
        }
        if (intact.checksum() == Checksum.UNKNOWN_TOOL) {
            warning(
                    "hash-of-unknown-tool",
                    "the hardware hash comes from a newer tool than hwhash knows, so its checksum could not be tested");
        }
        if (intact.capture().filter(made -> made.winPe()).isPresent()) {
            warning("hash-from-winpe", "the hardware hash was made in WinPE, where parts of the device are not seen");
        }
        if (!intact.hasTpmData()) {
            warning(
                    "hash-without-tpm",
                    "the hardware hash holds no TPM data, so self-deploying mode and pre-provisioning will fail");
        }
    }

    private void serialNumber() {
        String read = candidate.value(Field.SERIAL_NUMBER);
        String serial = read.strip();
        Optional<String> inHash = hash.flatMap(HardwareHash::serialNumber).map(String::strip);
        if (!serial.equals(read) && !serial.isEmpty()) {
            note("serial-blanks", "the serial number had blanks around it, which were removed");
        }
        if (serial.isEmpty()
                && inHash.isPresent()
                && exitFor(candidate.answer(Field.SERIAL_NUMBER)) != ExitCode.WMI_FAILED) {
            serial = inHash.get();
            if (!candidate.isCapture()) {
                warning("serial-from-hash", "WMI gave no serial number; " + serial + " of the hardware hash is used");
            }
        }
        device = device.with(Field.SERIAL_NUMBER, serial);
        if (serial.isEmpty()) {
            missing(Field.SERIAL_NUMBER, "serial-missing");
            return;
        }
        if (SerialNumber.isPlaceholder(serial)) {
            warning(
                    "serial-placeholder",
                    "the serial number \"" + serial
                            + "\" is a placeholder that other devices have too; have the maker's tool write a real one");
        }
        if (inHash.isPresent() && !inHash.get().equals(serial)) {
            warning(
                    "serial-differs",
                    "the serial number is \"" + serial + "\", but \"" + inHash.get()
                            + "\" inside the hardware hash, which is the one that counts for the service");
        }
    }

    private void name(Field field, Optional<String> inHash) {
        String value = candidate.value(field).strip();
        Optional<String> hashed = inHash.map(String::strip);
        if (value.isEmpty() && hashed.isPresent()) {
            value = hashed.get();
        }
        device = device.with(field, value);
        if (value.isEmpty() && format.needed().contains(field)) {
            missing(field, field == Field.MODEL ? "model-missing" : "manufacturer-missing");
        }
        if (!value.isEmpty() && hashed.isPresent() && !hashed.get().equals(value)) {
            warning(
                    field == Field.MODEL ? "model-differs" : "manufacturer-differs",
                    "the " + field.words() + " is \"" + value + "\", but \"" + hashed.get()
                            + "\" inside the hardware hash");
        }
    }

    private void missing(Field field, String id) {
        Optional<Answer> answer = candidate.answer(field);
        boolean empty = exitFor(answer) == ExitCode.NO_HASH;
        ExitCode exit = empty ? ExitCode.UNUSABLE_DATA : exitFor(answer);
        problem(exit, idFor(exit, id), "no " + field.words() + ": " + why(answer));
    }

    private String why(Optional<Answer> answer) {
        if (answer.isPresent() && answer.get() instanceof Answer.NoValue none) {
            return none.why();
        }
        return candidate.isCapture()
                ? "the capture holds none"
                : "this PC has a blank one; have the maker's tool write it to SMBIOS";
    }

    private ExitCode exitFor(Optional<Answer> answer) {
        if (answer.isPresent() && answer.get() instanceof Answer.Denied) {
            return ExitCode.ACCESS_DENIED;
        }
        if (answer.isPresent() && !(answer.get() instanceof Answer.Absent || answer.get() instanceof Answer.Found)) {
            return ExitCode.WMI_FAILED;
        }
        return candidate.isCapture() ? ExitCode.INPUT_ERRORS : ExitCode.NO_HASH;
    }

    private static String idFor(ExitCode exit, String missing) {
        return switch (exit) {
            case ACCESS_DENIED -> "access-denied";
            case WMI_FAILED -> "wmi-failed";
            default -> missing;
        };
    }

    private void problem(ExitCode exit, String id, String words) {
        problems.add(new Problem(exit, id, placed(words)));
    }

    private void warning(String id, String words) {
        warning(ExitCode.UNUSABLE_DATA, id, words);
    }

    private void warning(ExitCode ifStrict, String id, String words) {
        if (strict) {
            problem(ifStrict, id, words + "; not written because of --strict");
        } else {
            warnings.add(new Problem(ExitCode.DONE, id, placed(words)));
        }
    }

    private void note(String id, String words) {
        warnings.add(new Problem(ExitCode.DONE, id, placed(words)));
    }

    private String placed(String words) {
        return candidate.place().map(place -> place + ": " + words).orElse(words);
    }
}

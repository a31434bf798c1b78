// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.SerialNumber;
import dev.hwhash.device.hash.HardwareHash;
import java.util.Optional;

/**
 * Looks at one device before it becomes a row: is all there that the format needs, is it sound, do the parts agree. Used
 * for one device and then thrown away.
 */
final class DeviceCheck {

    private final Candidate candidate;
    private final Format format;
    private final Findings findings;
    private DeviceRecord device;

    private DeviceCheck(Candidate candidate, Format format, Findings findings) {
        this.candidate = candidate;
        this.format = format;
        this.findings = findings;
        this.device = candidate.known().with(Field.HARDWARE_HASH, "");
    }

    /** Returns the device as a row may say it, or why there is no row. */
    static CheckedDevice check(Candidate candidate, Format format, boolean strict) {
        Findings findings = new Findings(candidate, strict);
        HashCheck hash = HashCheck.check(candidate, format, findings);
        DeviceCheck check = new DeviceCheck(candidate, format, findings);
        check.leaveOut(Field.GROUP_TAG);
        check.leaveOut(Field.ASSIGNED_USER);
        check.take(hash.hash());
        return new CheckedDevice(candidate, check.device, findings.problems(), findings.warnings(), hash.damaged());
    }

    /** What a capture knows and the format has no place for. */
    private void leaveOut(Field field) {
        Optional<String> value = device.value(field);
        if (value.isPresent() && !format.held().contains(field)) {
            device = device.with(field, "");
            findings.warning(
                    "value-left-out",
                    "the " + field.words() + " \"" + value.get() + "\" is left out: the format " + format
                            + " has no column for it");
        }
    }

    private void take(Optional<HardwareHash> hash) {
        if (hash.isEmpty()) {
            serialNumber("");
            name(Field.MANUFACTURER, "");
            name(Field.MODEL, "");
            return;
        }
        if (format.held().contains(Field.HARDWARE_HASH)) {
            device = device.with(Field.HARDWARE_HASH, hash.get().text());
        }
        serialNumber(hash.get().serialNumber().orElse("").strip());
        name(Field.MANUFACTURER, hash.get().manufacturer().orElse("").strip());
        name(Field.MODEL, hash.get().productName().orElse("").strip());
    }

    private void serialNumber(String inHash) {
        String read = candidate.value(Field.SERIAL_NUMBER);
        if (!read.isBlank() && !read.equals(read.strip())) {
            findings.note("serial-blanks", "the serial number had blanks around it, which were removed");
        }
        String serial = valueOrHash(Field.SERIAL_NUMBER, inHash);
        if (serial.isEmpty()) {
            missing(Field.SERIAL_NUMBER, "serial-missing");
            return;
        }
        if (read.isBlank() && !candidate.isCapture()) {
            findings.warning(
                    "serial-from-hash", "WMI gave no serial number; " + serial + " of the hardware hash is used");
        }
        if (SerialNumber.isPlaceholder(serial)) {
            findings.warning(
                    "serial-placeholder",
                    "the serial number \"" + serial
                            + "\" is a placeholder that other devices have too; have the maker's tool write a real one");
        }
        if (!inHash.isEmpty() && !inHash.equals(serial)) {
            findings.warning(
                    "serial-differs",
                    "the serial number is \"" + serial + "\", but \"" + inHash
                            + "\" inside the hardware hash, which is the one that counts for the service");
        }
    }

    private void name(Field field, String inHash) {
        String value = valueOrHash(field, inHash);
        if (value.isEmpty() && format.needed().contains(field)) {
            missing(field, field == Field.MODEL ? "model-missing" : "manufacturer-missing");
        }
        if (!value.isEmpty() && !inHash.isEmpty() && !inHash.equals(value)) {
            findings.warning(
                    field == Field.MODEL ? "model-differs" : "manufacturer-differs",
                    "the " + field.words() + " is \"" + value + "\", but \"" + inHash + "\" inside the hardware hash");
        }
    }

    /** Takes the value that was read, or the hash's where there is none; where WMI failed, it is not glossed over. */
    private String valueOrHash(Field field, String inHash) {
        String value = candidate.value(field).strip();
        if (value.isEmpty() && !new MissingValue(candidate, field).isFailure()) {
            value = inHash;
        }
        device = device.with(field, value);
        return value;
    }

    private void missing(Field field, String id) {
        MissingValue missing = new MissingValue(candidate, field);
        findings.problem(
                missing.exit(ExitCode.UNUSABLE_DATA), missing.id(id), "no " + field.words() + ": " + missing.why());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.index.DeviceIndex;
import dev.hwhash.device.index.Match;
import java.util.ArrayList;
import java.util.List;

/** The devices of all files of a run, told apart by what they are. Not thread-safe. */
public final class SeenDevices {

    private final DeviceIndex index = new DeviceIndex();
    private final List<String> files = new ArrayList<>();

    /** Starts without a device. */
    public SeenDevices() {}

    /** Begins a file, whose name stands in messages about rows of others. */
    void begin(String file) {
        files.add(file);
    }

    /** Remembers the row; notes what it shares with earlier ones. Returns whether its file had the device before. */
    boolean add(CheckedRow row, Findings findings) {
        long file = files.size() - 1L;
        boolean again = false;
        for (Match match : index.add(row.identity(), file << Integer.SIZE | row.line())) {
            boolean here = match.place() >> Integer.SIZE == file;
            DeviceRule rule = rule(row, match, here);
            findings.add(rule, serialNumber(row), words(rule) + place(match.place(), here));
            again |= rule == DeviceRule.DEVICE_TWICE || (rule == DeviceRule.DEVICE_TWO_SERIALS && here);
        }
        return again;
    }

    private static DeviceRule rule(CheckedRow row, Match match, boolean here) {
        return switch (match.verdict()) {
            case YES -> {
                boolean anotherName = !match.sameSerialNumber()
                        && row.identity().serialNumber().isPresent();
                DeviceRule twice = here ? DeviceRule.DEVICE_TWICE : DeviceRule.DEVICE_IN_OTHER_FILE;
                yield anotherName ? DeviceRule.DEVICE_TWO_SERIALS : twice;
            }
            case CONFLICT -> DeviceRule.DEVICE_TWO_TPMS;
            case UNCERTAIN -> DeviceRule.DEVICE_MAYBE_TWICE;
            case NO -> match.sameSerialNumber() ? DeviceRule.SERIAL_TWO_DEVICES : DeviceRule.UUID_TWO_DEVICES;
        };
    }

    private static String words(DeviceRule rule) {
        return switch (rule) {
            case DEVICE_TWICE, DEVICE_IN_OTHER_FILE -> "the same device stands on ";
            case DEVICE_TWO_SERIALS -> "the same device stands under another serial number, or none, on ";
            case DEVICE_TWO_TPMS -> "a device with this serial number and SMBIOS UUID, but another TPM, stands on ";
            case DEVICE_MAYBE_TWICE -> "a device with this serial number, perhaps the same, stands on ";
            case SERIAL_TWO_DEVICES -> "another device with this serial number stands on ";
            case UUID_TWO_DEVICES -> "another device with this SMBIOS UUID stands on ";
        };
    }

    private String place(long place, boolean here) {
        String line = "line " + (int) place;
        return here ? line : line + " of " + Shown.ascii(files.get((int) (place >> Integer.SIZE)));
    }

    private static String serialNumber(CheckedRow row) {
        return Shown.value(row.identity().serialNumber().orElse(""));
    }
}

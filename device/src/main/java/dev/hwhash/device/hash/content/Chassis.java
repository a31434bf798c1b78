// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u8;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The case and what one touches: record type 10.
 *
 * @param type of the case, as SMBIOS type 3 has it
 * @param powerRole POWER_PLATFORM_ROLE
 * @param opticalDrive 1 for a drive, as far as is known
 * @param digitizers bits of SM_DIGITIZER
 * @param touches how many fingers at once, as far as is known
 */
public record Chassis(Code type, Code powerRole, int opticalDrive, int digitizers, int touches) {

    private static final int LENGTH = 5;

    /** DSP0134, 7.4.1. */
    private static final List<String> TYPES = List.of(
            "",
            "Other",
            "Unknown",
            "Desktop",
            "Low profile desktop",
            "Pizza box",
            "Mini tower",
            "Tower",
            "Portable",
            "Laptop",
            "Notebook",
            "Hand held",
            "Docking station",
            "All in one",
            "Sub notebook",
            "Space-saving",
            "Lunch box",
            "Main server chassis",
            "Expansion chassis",
            "Sub chassis",
            "Bus expansion chassis",
            "Peripheral chassis",
            "RAID chassis",
            "Rack mount chassis",
            "Sealed-case PC",
            "Multi-system chassis",
            "Compact PCI",
            "Advanced TCA",
            "Blade",
            "Blade enclosure",
            "Tablet",
            "Convertible",
            "Detachable",
            "IoT gateway",
            "Embedded PC",
            "Mini PC",
            "Stick PC");

    /** POWER_PLATFORM_ROLE of winnt.h. */
    private static final List<String> ROLES = List.of(
            "Unspecified",
            "Desktop",
            "Mobile",
            "Workstation",
            "Enterprise server",
            "SOHO server",
            "Appliance PC",
            "Performance server",
            "Slate");

    /** SM_DIGITIZER of winuser.h, from bit 0. */
    private static final List<String> DIGITIZERS = List.of(
            "integrated touch", "external touch", "integrated pen", "external pen", "", "", "multiple input", "ready");

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<Chassis> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(new Chassis(
                Code.of(u8(payload, 0), TYPES),
                Code.of(u8(payload, 1), ROLES),
                u8(payload, 2),
                u8(payload, 3),
                u8(payload, 4)));
    }

    /**
     * Returns the digitizers in words.
     *
     * @return the names of the bits that are set and known; an immutable list
     */
    public List<String> digitizerNames() {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < DIGITIZERS.size(); bit++) {
            boolean set = (digitizers >> bit & 1) != 0;
            if (set && !DIGITIZERS.get(bit).isEmpty()) {
                names.add(DIGITIZERS.get(bit));
            }
        }
        return List.copyOf(names);
    }
}

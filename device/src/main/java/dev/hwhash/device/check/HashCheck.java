// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.Checksum;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.hash.Hypervisor;
import dev.hwhash.device.table.DeviceRow;
import java.util.Optional;

/** Looks at the hardware hash of a row: is it whole, and what does it tell. */
final class HashCheck {

    /** To what Windows pads the text. */
    private static final int USUAL_LENGTH = 4000;

    /** What fits in a cell of Excel. */
    private static final int CELL_OF_EXCEL = 32_767;

    private HashCheck() {}

    /** Returns the hash where it is sound; notes what is wrong with it or strange. */
    static Optional<HardwareHash> check(DeviceRow row, Findings findings) {
        Optional<HashReading> reading = row.readHash();
        if (reading.isEmpty()) {
            missing(row, findings);
            return Optional.empty();
        }
        if (reading.get() instanceof DamagedHash damaged) {
            damaged(row.value(Field.HARDWARE_HASH), damaged, findings);
            return Optional.empty();
        }
        HardwareHash hash = (HardwareHash) reading.get();
        if (row.length(Field.HARDWARE_HASH) != USUAL_LENGTH) {
            spelling(row.value(Field.HARDWARE_HASH), hash.text(), findings);
        }
        lookInto(row, hash, findings);
        return Optional.of(hash);
    }

    private static void missing(DeviceRow row, Findings findings) {
        String there;
        if (row.has(Field.WINDOWS_PRODUCT_ID)) {
            there = "; its product ID is enough for Partner Center only";
        } else if (row.has(Field.SERIAL_NUMBER) && row.has(Field.MANUFACTURER) && row.has(Field.MODEL)) {
            there = "; its serial number, manufacturer and model are enough for Partner Center only";
        } else {
            there = "";
        }
        findings.add(HashRule.HASH_MISSING, Field.HARDWARE_HASH, "", "the row has no hardware hash" + there);
    }

    private static void damaged(String text, DamagedHash damaged, Findings findings) {
        HashRule rule = switch (damaged.kind()) {
            case NOT_BASE64 -> HashRule.HASH_NOT_BASE64;
            case NO_MAGIC -> HashRule.HASH_NOT_A_HASH;
            case CUT -> HashRule.HASH_CUT;
            case CHECKSUM -> HashRule.HASH_CHECKSUM;
            case RECORDS -> HashRule.HASH_RECORDS;
        };
        String where = text.length() == CELL_OF_EXCEL ? "; that is where Excel cuts a cell" : "";
        add(rule, text, "is damaged: " + Shown.ascii(damaged.why()) + where, findings);
    }

    /** The text is not as Windows writes it, but it can be read. */
    private static void spelling(String text, String repaired, Findings findings) {
        String packed = Blanks.removedFrom(text);
        if (packed.length() < text.length()) {
            add(HashRule.HASH_BLANKS, text, "holds blanks or line breaks", findings);
        }
        if (!packed.equals(repaired)) {
            add(HashRule.HASH_UNPADDED, text, "is not padded", findings);
        }
        if (repaired.length() != USUAL_LENGTH) {
            String length = "has " + repaired.length() + " characters instead of " + USUAL_LENGTH;
            add(HashRule.HASH_LENGTH, text, length, findings);
        }
    }

    private static void lookInto(DeviceRow row, HardwareHash hash, Findings findings) {
        if (hash.checksum() == Checksum.MISSING) {
            add(HashRule.HASH_WITHOUT_CHECKSUM, row, "has no checksum", findings);
        }
        if (hash.checksum() == Checksum.UNKNOWN_TOOL) {
            add(HashRule.HASH_OF_UNKNOWN_TOOL, row, "comes from a newer tool than hwhash knows", findings);
        }
        if (hash.serialNumber().isEmpty() || hash.manufacturer().isEmpty()) {
            String which = hash.serialNumber().isEmpty() ? "serial number" : "manufacturer";
            add(HashRule.HASH_WITHOUT_NAMES, row, "holds no " + which, findings);
        }
        Optional<Capture> made = hash.capture();
        if (made.isPresent() && made.get().winPe()) {
            add(HashRule.HASH_FROM_WINPE, row, "was made in WinPE", findings);
        }
        if (!hash.hasTpmData()) {
            add(HashRule.HASH_WITHOUT_TPM, row, "holds no TPM data", findings);
        }
        Optional<Hypervisor> hypervisor = hash.hypervisor();
        if (hypervisor.isPresent()) {
            String which = "is that of a virtual machine (" + hypervisor.get().label() + ")";
            add(HashRule.HASH_OF_VIRTUAL_MACHINE, row, which, findings);
        }
    }

    private static void add(HashRule rule, DeviceRow row, String what, Findings findings) {
        add(rule, row.value(Field.HARDWARE_HASH), what, findings);
    }

    private static void add(HashRule rule, String text, String what, Findings findings) {
        String mark = Shown.mark(text);
        findings.add(rule, Field.HARDWARE_HASH, mark, "the hardware hash (" + mark + ") " + what);
    }
}

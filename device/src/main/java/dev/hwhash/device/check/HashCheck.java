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

    /** Notes what is wrong with the hash or strange; takes what it says into the facts where it is sound. */
    static void check(RowFacts facts, Findings findings) {
        DeviceRow row = facts.row();
        Optional<HashReading> reading = row.readHash();
        if (reading.isEmpty()) {
            missing(facts, findings);
        } else if (reading.get() instanceof HardwareHash hash) {
            facts.know(hash);
            if (row.length(Field.HARDWARE_HASH) != USUAL_LENGTH) {
                spelling(row.value(Field.HARDWARE_HASH), hash.text(), findings);
            }
            lookInto(facts, hash, findings);
        } else if (reading.get() instanceof DamagedHash damaged) {
            damaged(row.value(Field.HARDWARE_HASH), damaged, findings);
        }
    }

    private static void missing(RowFacts facts, Findings findings) {
        String there = "";
        if (!facts.productId().isEmpty()) {
            there = "; its product ID is enough for Partner Center only";
        } else if (facts.hasNames()) {
            there = "; its serial number, manufacturer and model are enough for Partner Center only";
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

    private static void lookInto(RowFacts facts, HardwareHash hash, Findings findings) {
        if (hash.checksum() == Checksum.MISSING) {
            add(HashRule.HASH_WITHOUT_CHECKSUM, facts.row(), "has no checksum", findings);
        }
        if (hash.checksum() == Checksum.UNKNOWN_TOOL) {
            add(HashRule.HASH_OF_UNKNOWN_TOOL, facts.row(), "comes from a newer tool than hwhash knows", findings);
        }
        if (facts.inHash(0).isEmpty() || facts.inHash(1).isEmpty()) {
            String which = facts.inHash(0).isEmpty() ? "serial number" : "manufacturer";
            add(HashRule.HASH_WITHOUT_NAMES, facts.row(), "holds no " + which, findings);
        }
        Optional<Capture> made = hash.capture();
        if (made.isPresent() && made.get().winPe()) {
            add(HashRule.HASH_FROM_WINPE, facts.row(), "was made in WinPE", findings);
        }
        if (!hash.hasTpmData()) {
            add(HashRule.HASH_WITHOUT_TPM, facts.row(), "holds no TPM data", findings);
        }
        Optional<Hypervisor> hypervisor = hash.hypervisor();
        if (hypervisor.isPresent()) {
            String which = "is that of a virtual machine (" + hypervisor.get().label() + ")";
            add(HashRule.HASH_OF_VIRTUAL_MACHINE, facts.row(), which, findings);
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

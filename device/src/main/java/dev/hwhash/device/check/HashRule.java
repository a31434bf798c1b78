// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Severities.withHashes;
import static dev.hwhash.device.check.Severity.ERROR;
import static dev.hwhash.device.check.Severity.NOTE;
import static dev.hwhash.device.check.Severity.WARNING;

/** What an importer asks of the hardware hash, and what the hash tells of the device. */
// The text is immutable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum HashRule implements Rule {
    /** No hash. */
    HASH_MISSING(
            withHashes(ERROR).but(Importer.PARTNER_CENTER, NOTE),
            "The row has no hardware hash.",
            "Owners register devices by their hash alone; product ID, or manufacturer, model and serial number, are for"
                    + " makers and partners (learn.microsoft.com/autopilot/add-devices).",
            "collect the device, or have the partner register it through Partner Center"),
    /** Not base64. */
    HASH_NOT_BASE64(
            withHashes(ERROR),
            "The hardware hash is not base64.",
            "Cannot convert the literal to the expected type Edm.Binary (HTTP 400).",
            "collect the device again, and do not edit the file"),
    /** No padding. */
    HASH_UNPADDED(
            withHashes(ERROR),
            "The hardware hash lacks the = at its end.",
            "Some devices give it so, and the service refuses it: Edm.Binary, or the import does nothing"
                    + " (troubleshoot-device-enrollment; windows-itpro-docs 6155).",
            "add the = that are missing"),
    /** Blanks. */
    HASH_BLANKS(
            withHashes(ERROR),
            "The hardware hash holds blanks or line breaks.",
            "A mail program or an editor wrapped it; the service takes base64 in one piece.",
            "remove the blanks"),
    /** Something else. */
    HASH_NOT_A_HASH(
            withHashes(ERROR),
            "The text is base64, but no hardware hash.",
            "A hash begins with OA; 802 InvalidZtdHardwareHash is the answer.",
            "look whether the columns are shifted, or collect the device again"),
    /** Cut. */
    HASH_CUT(
            withHashes(ERROR),
            "The hardware hash is cut: it states more bytes than it has.",
            "Excel cuts a cell at 32,767 characters, editors and terminals cut lines earlier; 802 InvalidZtdHardwareHash"
                    + " is the answer.",
            "collect the device again"),
    /** Checksum. */
    HASH_CHECKSUM(
            withHashes(ERROR),
            "The hardware hash does not match its own checksum.",
            "A character was changed on the way; 802 InvalidZtdHardwareHash is the answer.",
            "collect the device again"),
    /** Records. */
    HASH_RECORDS(
            withHashes(ERROR),
            "The hardware hash has no checksum, and its records do not add up.",
            "It is cut or changed; 802 InvalidZtdHardwareHash is the answer.",
            "collect the device again"),
    /** No names in it. */
    HASH_WITHOUT_NAMES(
            withHashes(ERROR),
            "The hardware hash holds no serial number or no manufacturer.",
            "802 InvalidZtdHardwareHash: both must be in the hash (troubleshoot-device-enrollment).",
            "have the maker's tool write them to the firmware, then collect the device again"),
    /** No checksum. */
    HASH_WITHOUT_CHECKSUM(
            withHashes(WARNING),
            "The hardware hash has no checksum.",
            "Damage would not show. Every hash that Windows makes has one.",
            "collect the device again"),
    /** A newer tool. */
    HASH_OF_UNKNOWN_TOOL(
            withHashes(WARNING),
            "The hardware hash comes from a newer tool than hwhash knows.",
            "Its checksum could not be tested.",
            "look for a newer hwhash"),
    /** Another length. */
    HASH_LENGTH(
            withHashes(NOTE),
            "The hardware hash has not the 4,000 characters that Windows pads it to.",
            "The length is an option of the maker's tool; shorter and longer ones have been taken.",
            "nothing need be done"),
    /** WinPE. */
    HASH_FROM_WINPE(
            withHashes(WARNING),
            "The hardware hash was made in WinPE.",
            "There, parts of the device are not seen: Wi-Fi, often the TPM.",
            "collect the device in its own Windows"),
    /** No TPM. */
    HASH_WITHOUT_TPM(
            withHashes(WARNING),
            "The hardware hash holds no TPM data.",
            "Self-deploying mode and pre-provisioning attest the TPM, and fail.",
            "switch the TPM on, or collect the device in its own Windows"),
    /** A virtual machine. */
    HASH_OF_VIRTUAL_MACHINE(
            withHashes(WARNING),
            "The hardware hash is that of a virtual machine.",
            "Self-deploying mode and pre-provisioning do not work there, and 802 InvalidZtdHardwareHash has been the"
                    + " answer (windows-itpro-docs 2079).",
            "leave it out unless it is meant");

    private final RuleText text;

    HashRule(Severities severities, String title, String why, String remedy) {
        this.text = new RuleText(severities, title, why, remedy);
    }

    @Override
    public RuleText text() {
        return text;
    }
}

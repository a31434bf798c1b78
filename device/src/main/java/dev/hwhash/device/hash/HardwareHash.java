// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.util.List;
import java.util.Optional;

/**
 * A hardware hash that an importer would take. Immutable and thread-safe. Two hashes of one device differ from run to
 * run, so there is no equality here: compare the devices.
 */
public final class HardwareHash implements HashReading {

    /** The newest version of the format whose checksum is known; a mismatch in a newer one proves nothing. */
    private static final int NEWEST_KNOWN_TOOL_VERSION = 9;

    /** What Windows stores where SMBIOS has no string. */
    private static final String NO_STRING = "SMBIOS_STRING_INDEX_0";

    private final String text;
    private final List<HashRecord> records;
    private final Checksum checksum;

    private HardwareHash(String text, List<HashRecord> records, Checksum checksum) {
        this.text = text;
        this.records = List.copyOf(records);
        this.checksum = checksum;
    }

    /**
     * Reads a text. Padding that is missing is repaired, white space in it is dropped. Damaged is what is not base64,
     * lacks {@code OA}, declares more bytes than it has, or comes from a tool of a known version and has a wrong or
     * broken checksum, or none and records that do not add up.
     *
     * @param text base64, as Windows gives it or as somebody has pasted it
     * @return the hash, or why it is damaged
     */
    public static HashReading read(String text) {
        String repaired = HashText.repaired(text);
        Optional<byte[]> bytes = HashText.decoded(repaired);
        if (bytes.isEmpty()) {
            return new DamagedHash("its " + text.length() + " characters are not base64");
        }
        Optional<String> flaw = Envelope.flaw(bytes.get());
        if (flaw.isPresent()) {
            return new DamagedHash(flaw.get());
        }
        return read(repaired, Envelope.of(bytes.get()));
    }

    private static HashReading read(String text, Envelope envelope) {
        List<HashRecord> records = envelope.records();
        if (envelope.checksumHolds()) {
            return new HardwareHash(text, records, Checksum.HOLDS);
        }
        Optional<Capture> made = capture(records);
        boolean newer = made.isPresent() && made.get().toolVersion() > NEWEST_KNOWN_TOOL_VERSION;
        if (envelope.hasChecksum()) {
            return newer
                    ? new HardwareHash(text, records, Checksum.UNKNOWN_TOOL)
                    : new DamagedHash("its checksum does not match");
        }
        return newer || envelope.recordsAddUp()
                ? new HardwareHash(text, records, Checksum.MISSING)
                : new DamagedHash("its records do not add up to the length it states, and it has no checksum");
    }

    /**
     * Returns the text that the service takes.
     *
     * @return base64 of the standard alphabet, padded, without white space
     */
    public String text() {
        return text;
    }

    /**
     * Returns what the checksum says.
     *
     * @return never a known mismatch: such a hash is damaged
     */
    public Checksum checksum() {
        return checksum;
    }

    /**
     * Returns the records in their order, the checksum excepted.
     *
     * @return an immutable list; where the structure is unknown, what could be read of it
     */
    public List<HashRecord> records() {
        return records;
    }

    /**
     * Returns how and when the hash was made.
     *
     * @return empty where the hash does not say
     */
    public Optional<Capture> capture() {
        return capture(records);
    }

    /**
     * Returns the serial number that the hash holds, which is the one that counts for the service.
     *
     * @return as SMBIOS has it, blanks kept; empty where it has none
     */
    public Optional<String> serialNumber() {
        return string(HashRecord.SMBIOS_SYSTEM_SERIAL_NUMBER);
    }

    /**
     * Returns the manufacturer.
     *
     * @return as SMBIOS has it, blanks kept; empty where it has none
     */
    public Optional<String> manufacturer() {
        return string(HashRecord.SMBIOS_SYSTEM_MANUFACTURER);
    }

    /**
     * Returns the product name, Autopilot's model.
     *
     * @return as SMBIOS has it, blanks kept; empty where it has none
     */
    public Optional<String> productName() {
        return string(HashRecord.SMBIOS_SYSTEM_PRODUCT_NAME);
    }

    /**
     * Returns the system UUID.
     *
     * @return empty where the hash has none; a placeholder is returned as it is
     */
    public Optional<SmbiosUuid> smbiosUuid() {
        Optional<HashRecord> record = first(records, HashRecord.SMBIOS_UUID);
        return record.isPresent() ? SmbiosUuid.of(record.get()) : Optional.empty();
    }

    /**
     * Returns the hash of the TPM's endorsement key.
     *
     * @return empty without a TPM, as in a virtual machine or in WinPE
     */
    public Optional<EkHash> ekHash() {
        Optional<HashRecord> record = first(records, HashRecord.OFFLINE_DEVICE_ID);
        return record.isPresent() ? EkHash.of(record.get()) : Optional.empty();
    }

    /**
     * Returns whether the hash holds the TPM's data, without which self-deploying mode and pre-provisioning fail.
     *
     * @return true if the TPM's version or endorsement key is there
     */
    public boolean hasTpmData() {
        for (HashRecord record : records) {
            if (record.type() == HashRecord.TPM_VERSION || record.type() == HashRecord.TPM_EK_PUB) {
                return true;
            }
        }
        return false;
    }

    /** Tells the length only: the text identifies a device. */
    @Override
    public String toString() {
        return "HardwareHash[" + text.length() + " characters, checksum " + checksum + "]";
    }

    private Optional<String> string(int type) {
        Optional<HashRecord> record = first(records, type);
        String value = record.isPresent() ? record.get().text() : NO_STRING;
        return value.isBlank() || value.equals(NO_STRING) ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Capture> capture(List<HashRecord> records) {
        Optional<HashRecord> record = first(records, HashRecord.CAPTURE);
        return record.isPresent() ? Capture.of(record.get()) : Optional.empty();
    }

    private static Optional<HashRecord> first(List<HashRecord> records, int type) {
        for (HashRecord record : records) {
            if (record.type() == type) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }
}

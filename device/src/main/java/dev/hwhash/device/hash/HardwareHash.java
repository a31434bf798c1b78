// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A hardware hash that an importer would take. Immutable and thread-safe. Two hashes of one device differ from run to
 * run, so there is no equality here: compare the devices.
 */
public final class HardwareHash implements HashReading {

    /** The newest version of the format whose checksum is known; a mismatch in a newer one proves nothing. */
    private static final int NEWEST_KNOWN_TOOL_VERSION = 9;

    /** What Windows stores where SMBIOS has no string. */
    private static final String NO_STRING = "SMBIOS_STRING_INDEX_0";

    private static final int PRODUCT_KEY_ID_DIGITS = 13;

    private final Envelope envelope;
    private final Checksum checksum;
    /** Where its text stands; nobody writes there. */
    private final byte[] ascii;

    private final int from;
    private final int to;

    private HardwareHash(Envelope envelope, Checksum checksum, byte[] ascii, int from, int to) {
        this.envelope = envelope;
        this.checksum = checksum;
        this.ascii = ascii;
        this.from = from;
        this.to = to;
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
        // A character beyond ISO 8859-1 becomes a question mark, which is as little base64.
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        Optional<HashBytes> bytes = HashBytes.decoded(ascii, 0, ascii.length);
        return bytes.isPresent() ? read(bytes.get(), ascii, 0, ascii.length) : repaired(text);
    }

    /**
     * Reads a text where it stands in a file, as {@link #read(String)} does, without making a string of it.
     *
     * @param text bytes of base64; for white space beyond ASCII: UTF-8; kept, so not to be changed any more
     * @param from index of its first byte
     * @param to index behind its last byte
     * @return the hash, or why it is damaged
     */
    public static HashReading read(byte[] text, int from, int to) {
        Objects.checkFromToIndex(from, to, text.length);
        Optional<HashBytes> bytes = HashBytes.decoded(text, from, to);
        return bytes.isPresent()
                ? read(bytes.get(), text, from, to)
                : read(new String(text, from, to - from, StandardCharsets.UTF_8));
    }

    private static HashReading repaired(String text) {
        String repaired = HashText.repaired(text);
        byte[] ascii = repaired.getBytes(StandardCharsets.ISO_8859_1);
        Optional<HashBytes> bytes = HashBytes.decoded(ascii, 0, ascii.length);
        return bytes.isPresent()
                ? read(bytes.get(), ascii, 0, ascii.length)
                : new DamagedHash(DamagedHash.Kind.NOT_BASE64, "its " + text.length() + " characters are not base64");
    }

    private static HashReading read(HashBytes bytes, byte[] ascii, int from, int to) {
        Optional<DamagedHash> flaw = Envelope.flaw(bytes);
        if (flaw.isPresent()) {
            return flaw.get();
        }
        Envelope envelope = Envelope.of(bytes);
        if (envelope.checksumHolds()) {
            return new HardwareHash(envelope, Checksum.HOLDS, ascii, from, to);
        }
        Optional<Capture> made = capture(envelope);
        boolean newer = made.isPresent() && made.get().toolVersion() > NEWEST_KNOWN_TOOL_VERSION;
        if (envelope.hasChecksum()) {
            return newer
                    ? new HardwareHash(envelope, Checksum.UNKNOWN_TOOL, ascii, from, to)
                    : new DamagedHash(DamagedHash.Kind.CHECKSUM, "its checksum does not match");
        }
        return newer || envelope.recordsAddUp()
                ? new HardwareHash(envelope, Checksum.MISSING, ascii, from, to)
                : new DamagedHash(
                        DamagedHash.Kind.RECORDS,
                        "its records do not add up to the length it states, and it has no checksum");
    }

    /**
     * Returns the text that the service takes.
     *
     * @return base64 of the standard alphabet, padded, without white space
     */
    public String text() {
        return new String(ascii, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes the text without making a string of it.
     *
     * @param out gets the characters of {@link #text()}, a byte each
     */
    public void writeText(ByteArrayOutputStream out) {
        out.write(ascii, from, to - from);
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
     * @return an immutable list, made anew each time; where the structure is unknown, what could be read of it
     */
    public List<HashRecord> records() {
        return List.copyOf(envelope.records());
    }

    /**
     * Returns how and when the hash was made.
     *
     * @return empty where the hash does not say
     */
    public Optional<Capture> capture() {
        return capture(envelope);
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
     * Returns the ID of the product key that the firmware holds.
     *
     * @return 13 digits; empty where the firmware has no key, or the hash something else
     */
    public Optional<String> productKeyId() {
        Optional<String> id = string(HashRecord.PRODUCT_KEY_ID);
        return id.isPresent() && isProductKeyId(id.get()) ? id : Optional.empty();
    }

    /**
     * Returns which hypervisor the device runs on.
     *
     * @return empty for a real device, and for a machine of a hypervisor that does not say so
     */
    public Optional<Hypervisor> hypervisor() {
        return Hypervisor.of(this);
    }

    /**
     * Returns the system UUID.
     *
     * @return empty where the hash has none; a placeholder is returned as it is
     */
    public Optional<SmbiosUuid> smbiosUuid() {
        Optional<HashRecord> record = envelope.first(HashRecord.SMBIOS_UUID);
        return record.isPresent() ? SmbiosUuid.of(record.get()) : Optional.empty();
    }

    /**
     * Returns the hash of the TPM's endorsement key.
     *
     * @return empty without a TPM, as in a virtual machine or in WinPE
     */
    public Optional<EkHash> ekHash() {
        Optional<HashRecord> record = envelope.first(HashRecord.OFFLINE_DEVICE_ID);
        return record.isPresent() ? EkHash.of(record.get()) : Optional.empty();
    }

    /**
     * Returns whether the hash holds the TPM's data, without which self-deploying mode and pre-provisioning fail.
     *
     * @return true if the TPM's version or endorsement key is there
     */
    public boolean hasTpmData() {
        return envelope.has(HashRecord.TPM_VERSION) || envelope.has(HashRecord.TPM_EK_PUB);
    }

    /** Returns the records and whether they add up. */
    HashLayout layout() {
        return new HashLayout(
                this, envelope.size(), OptionalInt.of(envelope.total()), envelope.records(), envelope.end());
    }

    /** Tells the length only: the text identifies a device. */
    @Override
    public String toString() {
        return "HardwareHash[" + (to - from) + " characters, checksum " + checksum + "]";
    }

    private Optional<String> string(int type) {
        String value = value(type);
        return value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    /** Returns a string, empty where SMBIOS has none. */
    String value(int type) {
        Optional<HashRecord> record = envelope.first(type);
        String value = record.isPresent() ? record.get().text() : "";
        return value.equals(NO_STRING) ? "" : value;
    }

    private static boolean isProductKeyId(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return id.length() == PRODUCT_KEY_ID_DIGITS;
    }

    private static Optional<Capture> capture(Envelope envelope) {
        Optional<HashRecord> record = envelope.first(HashRecord.CAPTURE);
        return record.isPresent() ? Capture.of(record.get()) : Optional.empty();
    }
}

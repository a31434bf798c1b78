// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A hardware hash of no real device, built as Windows builds one: real record layouts in the real order, checksum and
 * zero padding. Immutable; the same calls give the same bytes. By default a whole hash of Windows 11 24H2 with a TPM,
 * its UUID and endorsement key derived from the serial number, so that two serial numbers make two devices.
 *
 * <p>Use serial numbers that nobody takes for real ones, such as {@code HWHASH-0001}.
 */
public final class SyntheticHash {

    private static final int CHECKSUM_TYPE = 0x5343;

    private final Map<Integer, byte[]> added = new LinkedHashMap<>();
    private final Set<Integer> removed = new HashSet<>();
    private final String serialNumber;
    private String manufacturer = "Contoso";
    private String model = "Book 3";
    private UUID uuid;
    private OptionalInt ekSeed;
    private int toolVersion = 9;
    private int osBuild = 26100;
    private boolean winPe;
    private Instant time = Instant.parse("2026-01-15T10:00:00Z");
    private boolean checksum = true;
    private int size = 3000;
    private OptionalInt statedLength = OptionalInt.empty();
    private OptionalInt flippedBit = OptionalInt.empty();
    private OptionalInt cutTo = OptionalInt.empty();

    private SyntheticHash(String serialNumber) {
        this.serialNumber = serialNumber;
        uuid = UUID.nameUUIDFromBytes(serialNumber.getBytes(StandardCharsets.UTF_8));
        ekSeed = OptionalInt.of(serialNumber.hashCode());
    }

    private SyntheticHash(SyntheticHash other) {
        added.putAll(other.added);
        removed.addAll(other.removed);
        serialNumber = other.serialNumber;
        manufacturer = other.manufacturer;
        model = other.model;
        uuid = other.uuid;
        ekSeed = other.ekSeed;
        toolVersion = other.toolVersion;
        osBuild = other.osBuild;
        winPe = other.winPe;
        time = other.time;
        checksum = other.checksum;
        size = other.size;
        statedLength = other.statedLength;
        flippedBit = other.flippedBit;
        cutTo = other.cutTo;
    }

    /** Starts with a serial number; blanks in it are kept. */
    public static SyntheticHash of(String serialNumber) {
        return new SyntheticHash(serialNumber);
    }

    public SyntheticHash manufacturer(String manufacturer) {
        return changed(hash -> hash.manufacturer = manufacturer);
    }

    public SyntheticHash model(String model) {
        return changed(hash -> hash.model = model);
    }

    /** The UUID as Windows prints it; stored with its first three parts little-endian. */
    public SyntheticHash uuid(UUID smbiosUuid) {
        return changed(hash -> hash.uuid = smbiosUuid);
    }

    /** A TPM whose endorsement key comes from a seed: one seed, one TPM. */
    public SyntheticHash ek(int seed) {
        return changed(hash -> hash.ekSeed = OptionalInt.of(seed));
    }

    /** No TPM: no types 13 and 25, and the offline device ID is a random seed (method 3). */
    public SyntheticHash withoutTpm() {
        return changed(hash -> hash.ekSeed = OptionalInt.empty());
    }

    public SyntheticHash toolVersion(int version) {
        return changed(hash -> hash.toolVersion = version);
    }

    /** Made in WinPE; the TPM stays, as with PCPKsp.dll registered. */
    public SyntheticHash winPe() {
        return changed(hash -> hash.winPe = true);
    }

    public SyntheticHash osBuild(int build) {
        return changed(hash -> hash.osBuild = build);
    }

    /** The clock of the system that made the hash; whole seconds from 2000 on. */
    public SyntheticHash time(Instant systemTime) {
        return changed(hash -> hash.time = systemTime);
    }

    /** Puts a payload in place of the record of that type, or behind all others. */
    public SyntheticHash record(int type, byte[] payload) {
        return changed(hash -> hash.added.put(type, payload.clone()));
    }

    /** Without the record of that type. */
    public SyntheticHash without(int type) {
        return changed(hash -> hash.removed.add(type));
    }

    /** Without the checksum record: zeros follow the last record. */
    public SyntheticHash withoutChecksum() {
        return changed(hash -> hash.checksum = false);
    }

    /** Filled with zeros to a number of bytes; not cut where the records need more. */
    public SyntheticHash paddedTo(int bytes) {
        return changed(hash -> hash.size = bytes);
    }

    /** States another total length than it has, with the checksum record where it belongs. */
    public SyntheticHash statingLength(int total) {
        return changed(hash -> hash.statedLength = OptionalInt.of(total));
    }

    /** Damaged: one bit of the finished bytes flipped, counted from bit 0 of byte 0. */
    public SyntheticHash flipped(int bit) {
        return changed(hash -> hash.flippedBit = OptionalInt.of(bit));
    }

    /** Damaged: only the first bytes are left. */
    public SyntheticHash cutTo(int bytes) {
        return changed(hash -> hash.cutTo = OptionalInt.of(bytes));
    }

    /** Returns base64 as Windows gives it: of 3000 bytes, so 4000 characters without padding characters. */
    public String text() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    /** Returns base64 without the padding characters that its length asks for. */
    public String textWithoutPadding() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes());
    }

    /** Returns the offset of the checksum record, which is the length of header and records. */
    public int total() {
        return content().length;
    }

    public byte[] bytes() {
        byte[] content = content();
        statedLength.ifPresent(stated -> RecordLayouts.little(content).putShort(2, (short) stated));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(content);
        if (checksum) {
            all.writeBytes(RecordLayouts.framed(CHECKSUM_TYPE, RecordLayouts.sha256(content)));
        }
        byte[] bytes = Arrays.copyOf(all.toByteArray(), Math.max(size, all.size()));
        flippedBit.ifPresent(bit -> bytes[bit / 8] ^= (byte) (1 << bit % 8));
        return cutTo.isPresent() ? Arrays.copyOf(bytes, cutTo.getAsInt()) : bytes;
    }

    private byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {'O', 'A', 0, 0});
        Map<Integer, byte[]> records = records();
        records.putAll(added);
        records.keySet().removeAll(removed);
        records.forEach((type, payload) -> content.writeBytes(RecordLayouts.framed(type, payload)));
        byte[] bytes = content.toByteArray();
        RecordLayouts.little(bytes).putShort(2, (short) bytes.length);
        return bytes;
    }

    /** In the order in which Windows writes them. */
    private Map<Integer, byte[]> records() {
        Map<Integer, byte[]> records = new LinkedHashMap<>();
        records.put(1, RecordLayouts.capture(time, osBuild, winPe, toolVersion));
        records.put(2, RecordLayouts.shorts(9, 1, 4, 8, 1, 0));
        records.put(5, RecordLayouts.memory());
        records.put(3, RecordLayouts.string("GenuineIntel"));
        records.put(4, Arrays.copyOf(RecordLayouts.string("Synthetic CPU @ 2.00GHz"), 48));
        records.put(10, new byte[] {0x0A, 2, 0, 0, 0});
        Optional<byte[]> ek =
                ekSeed.isPresent() ? Optional.of(RecordLayouts.ekPub(ekSeed.getAsInt())) : Optional.empty();
        ek.ifPresent(key -> {
            records.put(
                    13,
                    RecordLayouts.string("TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'SYN '-Firmware:65537.0"));
            records.put(25, key);
        });
        records.put(11, RecordLayouts.offlineDeviceId(ek));
        records.put(12, RecordLayouts.mixedEndian(uuid));
        records.put(14, RecordLayouts.string(serialNumber));
        records.put(15, RecordLayouts.string("Contoso Firmware"));
        records.put(16, RecordLayouts.string(manufacturer));
        records.put(17, RecordLayouts.string(model));
        records.put(18, RecordLayouts.string("SKU-SYNTHETIC"));
        records.put(19, RecordLayouts.string("Book"));
        records.put(23, RecordLayouts.string(" "));
        return records;
    }

    private SyntheticHash changed(Consumer<SyntheticHash> change) {
        SyntheticHash copy = new SyntheticHash(this);
        change.accept(copy);
        return copy;
    }
}

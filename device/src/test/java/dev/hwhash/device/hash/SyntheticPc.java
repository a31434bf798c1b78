// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.RecordLayouts.string;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * The hash of a PC that does not exist, with the records that Windows writes for such a PC, several of a type where it
 * does. For the identity of a device alone, {@link SyntheticHash} is simpler. Immutable.
 */
public final class SyntheticPc {

    private static final int CHECKSUM = 0x5343;
    private static final int SIZE = 3000;

    private final List<byte[]> records;

    private SyntheticPc(List<byte[]> records) {
        this.records = List.copyOf(records);
    }

    /** Starts with no records. */
    public static SyntheticPc empty() {
        return new SyntheticPc(List.of());
    }

    /** Adds a record behind the others. */
    public SyntheticPc with(int type, byte[] payload) {
        List<byte[]> more = new ArrayList<>(records);
        more.add(RecordLayouts.framed(type, payload));
        return new SyntheticPc(more);
    }

    /** Adds the records of another. */
    SyntheticPc with(SyntheticPc other) {
        List<byte[]> more = new ArrayList<>(records);
        more.addAll(other.records);
        return new SyntheticPc(more);
    }

    /** Adds strings of SMBIOS: type 14, then one for each type behind it. */
    SyntheticPc strings(int firstType, String... values) {
        SyntheticPc all = this;
        for (int i = 0; i < values.length; i++) {
            all = all.with(firstType + i, string(values[i]));
        }
        return all;
    }

    /** Type 1. */
    SyntheticPc capture(int osBuild, int osType, int architecture, int toolVersion, int offsetQuarters) {
        int[] tool = {10, 0, Math.min(osBuild, 26100), 1};
        int[] os = {10, 0, osBuild, 4351};
        Instant time = Instant.parse("2026-01-15T10:00:00Z");
        return with(1, DeviceLayouts.capture(tool, os, time, offsetQuarters, osType, architecture, toolVersion));
    }

    /** Types 13, 25, 11: a TPM. */
    SyntheticPc tpm(int seed) {
        byte[] key = RecordLayouts.ekPub(seed);
        return with(13, string("TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'SYN '-Firmware:458754.196609"))
                .with(25, key)
                .with(11, DeviceLayouts.offlineDeviceId(1, 0, RecordLayouts.sha256(key)));
    }

    /** Type 11 without a TPM. */
    SyntheticPc randomSeed(int seed) {
        return with(11, DeviceLayouts.offlineDeviceId(3, 1, RecordLayouts.sha256(DeviceLayouts.bytes(seed))));
    }

    /** Type 12. */
    SyntheticPc uuidOf(String serial) {
        return with(12, RecordLayouts.mixedEndian(UUID.nameUUIDFromBytes(serial.getBytes(StandardCharsets.UTF_8))));
    }

    /** Returns the bytes, with checksum, filled up with zeros. */
    public byte[] bytes() {
        byte[] content = content();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(content);
        all.writeBytes(RecordLayouts.framed(CHECKSUM, RecordLayouts.sha256(content)));
        return Arrays.copyOf(all.toByteArray(), Math.max(SIZE, all.size()));
    }

    /** Returns where the checksum starts. */
    public int total() {
        return content().length;
    }

    /** Returns the text as Windows gives it. */
    public String text() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private byte[] content() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int total = 4 + records.stream().mapToInt(record -> record.length).sum();
        content.writeBytes(new byte[] {'O', 'A', (byte) total, (byte) (total >> 8)});
        records.forEach(content::writeBytes);
        return content.toByteArray();
    }
}

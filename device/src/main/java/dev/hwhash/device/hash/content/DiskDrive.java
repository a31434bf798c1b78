// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u16;
import static dev.hwhash.device.hash.content.Unsigned.u8;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Size and kind of a disk: record type 6.
 *
 * @param capacity GB of 10^9 bytes, rounded down; unsigned
 * @param bus STORAGE_BUS_TYPE
 * @param kind SSD or HDD, by whether seeking takes time
 * @param trim 1 where it takes TRIM, as far as is known
 */
public record DiskDrive(long capacity, Code bus, Code kind, int trim) {

    private static final int LENGTH = 12;
    private static final int UNKNOWN = 0xFF;

    /** STORAGE_BUS_TYPE of winioctl.h. */
    private static final List<String> BUSES = List.of(
            "Unknown",
            "SCSI",
            "ATAPI",
            "ATA",
            "1394",
            "SSA",
            "Fibre Channel",
            "USB",
            "RAID",
            "iSCSI",
            "SAS",
            "SATA",
            "SD",
            "MMC",
            "Virtual",
            "File-backed virtual",
            "Storage Spaces",
            "NVMe",
            "SCM",
            "UFS",
            "NVMe-oF");

    private static final List<String> KINDS = List.of("SSD", "HDD");

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<DiskDrive> of(HashRecord record) {
        if (record.length() != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        return Optional.of(new DiskDrive(
                payload.getLong(0), Code.of(u16(payload, 8), BUSES), kind(u8(payload, 10)), u8(payload, 11)));
    }

    private static Code kind(int seekPenalty) {
        return seekPenalty == UNKNOWN ? new Code(UNKNOWN, Optional.of("Unknown")) : Code.of(seekPenalty, KINDS);
    }
}

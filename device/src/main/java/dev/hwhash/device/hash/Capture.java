// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How and when a hash was made: record type 1.
 *
 * @param tool version of the component that made it, often older than that of the system
 * @param os version of the Windows that made it
 * @param osSystemTime its clock, in UTC
 * @param offsetMinutes what its local time was ahead of UTC; 1800 from tools of versions up to 3, which did not know it
 * @param osType 1 for WinPE, 2 for a full Windows
 * @param architecture 0 for x86, 9 for x64, 12 for ARM64, as in SYSTEM_INFO
 * @param toolVersion version of the format, 9 in Windows 11 24H2
 */
public record Capture(
        WindowsVersion tool,
        WindowsVersion os,
        Instant osSystemTime,
        int offsetMinutes,
        int osType,
        int architecture,
        int toolVersion) {

    /** 2000-01-01T00:00:00Z. */
    private static final long EPOCH = 946_684_800;

    /** How far ahead of ours a PC's clock may be. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int LENGTH = 24;
    private static final int WIN_PE = 1;
    private static final int MOST_OFFSET_MINUTES = 18 * 60;

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<Capture> of(HashRecord record) {
        if (record.length() < LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new Capture(
                WindowsVersion.at(record, 0),
                WindowsVersion.at(record, 8),
                Instant.ofEpochSecond(EPOCH + record.u32(16)),
                (byte) record.u8(20) * 15,
                record.u8(21),
                record.u8(22),
                record.u8(23)));
    }

    /**
     * Returns the build of the Windows that made it.
     *
     * @return such as 26100
     */
    public int osBuild() {
        return os.build();
    }

    /**
     * Returns the time by which one capture is newer than another.
     *
     * @param now the time here
     * @return its clock's time, or empty where that clock was wrong: before the release of its own Windows, or a day or
     *     more from now
     */
    public Optional<Instant> believableTime(Instant now) {
        boolean believable =
                osSystemTime.isAfter(WindowsBuilds.released(osBuild())) && osSystemTime.isBefore(now.plus(AHEAD));
        return believable ? Optional.of(osSystemTime) : Optional.empty();
    }

    /**
     * Returns whether that Windows was WinPE.
     *
     * @return true for type 1
     */
    public boolean winPe() {
        return osType == WIN_PE;
    }

    /**
     * Returns what its local time was ahead of UTC.
     *
     * @return empty where the hash states more than 18 hours, which no place on earth has
     */
    public Optional<ZoneOffset> offset() {
        return Math.abs(offsetMinutes) > MOST_OFFSET_MINUTES
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
    }
}

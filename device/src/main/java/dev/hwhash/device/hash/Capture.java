// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * How and when a hash was made: record type 1.
 *
 * @param osBuild build number of the Windows that made it, such as 26100
 * @param osSystemTime its clock, in UTC
 * @param winPe whether that Windows was WinPE
 * @param toolVersion version of the format, 9 in Windows 11 24H2
 */
public record Capture(int osBuild, Instant osSystemTime, boolean winPe, int toolVersion) {

    /** 2000-01-01T00:00:00Z. */
    private static final Instant EPOCH = Instant.ofEpochSecond(946_684_800);

    private static final int LENGTH = 24;
    private static final int WIN_PE = 1;

    static Optional<Capture> of(HashRecord record) {
        if (record.length() < LENGTH) {
            return Optional.empty();
        }
        ByteBuffer payload = record.payload();
        int osBuild = payload.getShort(14) & 0xFFFF;
        Instant time = EPOCH.plusSeconds(payload.getInt(16) & 0xFFFFFFFFL);
        boolean winPe = payload.get(21) == WIN_PE;
        return Optional.of(new Capture(osBuild, time, winPe, payload.get(23) & 0xFF));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Since when there are builds of Windows: no PC that runs one has a clock before that, unless the clock is wrong.
 *
 * @see <a href="https://learn.microsoft.com/windows/release-health/release-information">Windows 10 releases</a>
 * @see <a href="https://learn.microsoft.com/windows/release-health/windows11-release-information">Windows 11
 *     releases</a>
 */
final class WindowsBuilds {

    private static final int FIRST = 10240;

    private static final NavigableMap<Integer, Instant> RELEASED = new TreeMap<>(Map.ofEntries(
            released(FIRST, "2015-07-29"),
            released(10586, "2015-11-10"),
            released(14393, "2016-08-02"),
            released(15063, "2017-04-05"),
            released(16299, "2017-10-17"),
            released(17134, "2018-04-30"),
            released(17763, "2018-10-02"),
            released(18362, "2019-05-21"),
            released(18363, "2019-11-12"),
            released(19041, "2020-05-27"),
            released(19042, "2020-10-20"),
            released(19043, "2021-05-18"),
            released(19044, "2021-11-16"),
            released(19045, "2022-10-18"),
            released(20348, "2021-08-18"),
            released(22000, "2021-10-04"),
            released(22621, "2022-09-20"),
            released(22631, "2023-10-31"),
            released(25398, "2023-10-24"),
            // With the first Copilot+ PCs; for others on 2024-10-01.
            released(26100, "2024-06-18"),
            released(26200, "2025-09-30")));

    private WindowsBuilds() {}

    private static Map.Entry<Integer, Instant> released(int build, String day) {
        return Map.entry(build, LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Returns when a build came out; of an unknown one when the newest known one before it did. */
    static Instant released(int build) {
        return RELEASED.floorEntry(Math.max(build, FIRST)).getValue();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.ByteBuffer;

/**
 * A version of Windows or of a part of it.
 *
 * @param major 10 since Windows 10
 * @param minor 0 since Windows 10
 * @param build such as 26100
 * @param revision the monthly update, such as 4351
 */
public record WindowsVersion(int major, int minor, int build, int revision) {

    /** Reads the four numbers in the order in which Windows stores them. */
    static WindowsVersion at(ByteBuffer little, int at) {
        return new WindowsVersion(u16(little, at + 2), u16(little, at), u16(little, at + 6), u16(little, at + 4));
    }

    private static int u16(ByteBuffer little, int at) {
        return little.getShort(at) & 0xFFFF;
    }

    /** Returns the four numbers as Windows writes them, such as 10.0.26100.4351. */
    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }
}

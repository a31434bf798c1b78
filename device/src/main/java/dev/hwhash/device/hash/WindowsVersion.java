// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

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
    static WindowsVersion at(HashRecord record, int at) {
        return new WindowsVersion(record.u16(at + 2), record.u16(at), record.u16(at + 6), record.u16(at + 4));
    }

    /** Returns the four numbers as Windows writes them, such as 10.0.26100.4351. */
    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.RecordLayouts.little;
import static dev.hwhash.device.hash.RecordLayouts.shorts;
import static dev.hwhash.device.hash.RecordLayouts.string;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How Windows lays out the records of the parts of a PC; written apart from the code under test. */
public final class DeviceLayouts {

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private DeviceLayouts() {}

    /** Type 1. A version is {major, minor, build, revision}. */
    public static byte[] capture(
            int[] tool, int[] os, Instant time, int offsetQuarters, int osType, int architecture, int toolVersion) {
        return little(new byte[24])
                .put(shorts(tool[1], tool[0], tool[3], tool[2]))
                .put(shorts(os[1], os[0], os[3], os[2]))
                .putInt((int) Duration.between(EPOCH, time).toSeconds())
                .put(bytes(offsetQuarters, osType, architecture, toolVersion))
                .array();
    }

    /** Type 2. */
    public static byte[] processor(int architecture, int packages, int cores, int threads, boolean hyperThreading) {
        return shorts(architecture, packages, cores, threads, hyperThreading ? 1 : 0, 0);
    }

    /** Type 4 where CPUID gives the brand: x86 and x64. */
    public static byte[] brand(String brand) {
        return Arrays.copyOf(string(brand), 48);
    }

    /** Type 5. */
    public static byte[] memory(long installed, long maximum, int slots, int arrays, int errorCorrection) {
        return little(new byte[21])
                .putLong(installed)
                .putLong(maximum)
                .put(shorts(slots, arrays))
                .put(bytes(errorCorrection))
                .array();
    }

    /** Type 6. */
    public static byte[] disk(long capacity, int bus, int seekPenalty, int trim) {
        return little(new byte[12])
                .putLong(capacity)
                .put(shorts(bus))
                .put(bytes(seekPenalty, trim))
                .array();
    }

    /** Type 7: no NUL. */
    public static byte[] diskName(String serial, String product, String vendor) {
        return (serial + "|" + product + "|" + vendor).getBytes(StandardCharsets.US_ASCII);
    }

    /** Type 8. */
    public static byte[] networkAdapter(long medium, byte[] mac, String bus) {
        byte[] name = (bus + "\0").getBytes(StandardCharsets.UTF_16LE);
        return little(new byte[14 + name.length])
                .putInt((int) medium)
                .put(mac)
                .putInt(name.length)
                .put(name)
                .array();
    }

    /** Type 9. */
    public static byte[] screen(int width, int height, int horizontal, int vertical, long connector) {
        return little(new byte[12])
                .put(shorts(width, height, horizontal, vertical))
                .putInt((int) connector)
                .array();
    }

    /** Type 10. */
    public static byte[] chassis(int type, int role, int optical, int digitizers, int touches) {
        return bytes(type, role, optical, digitizers, touches);
    }

    /** Type 11. */
    public static byte[] offlineDeviceId(int method, int flag, byte[] value) {
        byte[] id = new byte[10 + value.length];
        little(id).putInt(0).put(bytes(method, flag)).putInt(value.length).put(value);
        return id;
    }

    /** Type 29. */
    public static byte[] graphicsMemory(long video, long system, int removalPolicy, int inLocalContainer) {
        return little(new byte[18])
                .putLong(video)
                .putLong(system)
                .put(bytes(removalPolicy, inLocalContainer))
                .array();
    }

    /** Type 30: no NUL. */
    public static byte[] videoAdapter(String vendor, String name) {
        return (vendor + "|" + name).getBytes(StandardCharsets.UTF_16LE);
    }

    /** Type 34. A class is {efficiency, cores, threads}. */
    public static byte[] coreClasses(int[]... classes) {
        byte[] payload = new byte[1 + 5 * classes.length];
        ByteBuffer all = little(payload).put(bytes(classes.length));
        for (int[] one : classes) {
            all.put(bytes(one[0])).put(shorts(one[1], one[2]));
        }
        return payload;
    }

    /** Type 37: ten counts, and two hashes more than they sum up to. */
    public static byte[] licensing(int[] counts, int[] hashes) {
        int length = 8 + 2 * counts.length + 2 * hashes.length;
        return little(new byte[length])
                .putInt(length - 4)
                .putInt(length - 4)
                .put(shorts(counts))
                .put(shorts(hashes))
                .array();
    }

    /** Single bytes. */
    public static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }
}

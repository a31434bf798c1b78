// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import dev.hwhash.device.DeviceRecord;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * One device as a message: an id and bytes that never change again, so that sending it twice is harmless. Immutable and
 * thread-safe. Equal when id and bytes are.
 */
public final class Report {

    private final UUID id;
    private final byte[] body;
    private final String contentSha256;

    private Report(UUID id, byte[] body) {
        this.id = id;
        this.body = body;
        this.contentSha256 = ContentHash.of(body);
    }

    /**
     * Makes a report of a device.
     *
     * @param device what is known of it
     * @param agentVersion the version of the program that has read it
     * @return a report with a new random id (RFC 9562, version 4)
     */
    public static Report of(DeviceRecord device, String agentVersion) {
        return new Report(UUID.randomUUID(), ReportBody.write(device, agentVersion));
    }

    /**
     * Returns a report as it was made before.
     *
     * @param id its id
     * @param body its bytes, not compressed; copied
     * @return the same report
     */
    public static Report stored(UUID id, byte[] body) {
        return new Report(id, body.clone());
    }

    /**
     * Returns the id, the same for every attempt.
     *
     * @return a random UUID
     */
    public UUID id() {
        return id;
    }

    /**
     * Returns the message.
     *
     * @return a copy of the JSON bytes, not compressed
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Returns what a receipt must name beside the id.
     *
     * @return 64 lower-case hexadecimal digits: SHA-256 of the bytes before compression
     */
    public String contentSha256() {
        return contentSha256;
    }

    /**
     * Returns the serial number in the message.
     *
     * @return the serial number, or empty where the message names none
     */
    public Optional<String> serialNumber() {
        return ReportBody.serialNumber(body);
    }

    /**
     * Returns the device in the message.
     *
     * @return what is known of it; empty where the bytes are no message of a device
     */
    public Optional<DeviceRecord> device() {
        return ReportBody.device(body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Report report && id.equals(report.id) && Arrays.equals(body, report.body);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Names the id and the length only. */
    @Override
    public String toString() {
        return "Report " + id + " of " + body.length + " bytes";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of reports on devices that do not exist. */
public final class Bodies {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Bodies() {}

    /** The default device of a serial number, with its hash. */
    public static byte[] report(String serial) {
        return report(serial, SyntheticHash.of(serial).text());
    }

    public static byte[] report(String serial, String hash) {
        return with(Map.of("serialNumber", serial, "hardwareHash", hash));
    }

    /** The default device after an update of its Windows. */
    public static byte[] updated(String serial) {
        return report(serial, SyntheticHash.of(serial).osBuild(26200).text());
    }

    /** A device with these members and no others. */
    public static byte[] with(Map<String, String> device) {
        return bytes(message(device));
    }

    /** The members of such a body, to be changed before they become bytes. */
    public static Map<String, Object> message(Map<String, String> device) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schemaVersion", 1);
        body.put("agentVersion", "0.1.0");
        body.put("collectedAt", "2026-01-31T12:00:00Z");
        body.put("source", "wmi");
        body.put("device", device);
        return body;
    }

    public static byte[] bytes(Map<String, Object> message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /** The body of a serial number with one more or another member of the device. */
    public static byte[] with(String serial, String member, String value) {
        Map<String, String> device = new LinkedHashMap<>();
        device.put("serialNumber", serial);
        device.put("hardwareHash", SyntheticHash.of(serial).text());
        device.put(member, value);
        return with(device);
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

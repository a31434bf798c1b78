// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The format read once more, straight from its description, a line for each record; it shares nothing with the code
 * under test. Lines that a reading lacks or has too many are differences of understanding.
 */
final class PlainReading {

    private static final Set<Integer> STRINGS = Set.of(3, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 36);
    private static final Set<Integer> SEVERAL = Set.of(6, 7, 8, 9, 27, 29, 30);

    /** No text holds a NUL. */
    private static final String ABSENT = "\0";

    private final byte[] payload;

    private PlainReading(byte[] payload) {
        this.payload = payload;
    }

    /** Reads all records up to the stated length, or up to the first that does not fit. */
    static List<String> of(byte[] hash) {
        List<String> lines = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        int total = (int) new PlainReading(hash).number(2, 2);
        int at = 4;
        while (at + 4 <= total) {
            PlainReading head = new PlainReading(Arrays.copyOfRange(hash, at, at + 4));
            int length = (int) head.number(2, 2);
            if (length < 4 || at + length > total) {
                break;
            }
            int type = (int) head.number(0, 2);
            PlainReading record = new PlainReading(Arrays.copyOfRange(hash, at + 4, at + length));
            boolean again = seen.contains(type) && !SEVERAL.contains(type);
            String line = again ? "" : record.line(type);
            if (line.isEmpty()) {
                lines.add("unread " + type + " " + (length - 4));
            } else {
                seen.add(type);
                lines.add(type + " " + line);
            }
            at += length;
        }
        lines.removeIf(line -> line.endsWith(ABSENT));
        return lines;
    }

    static boolean checksumHolds(byte[] hash) throws Exception {
        int total = (int) new PlainReading(hash).number(2, 2);
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(hash, total));
        return HexFormat.of().formatHex(hash, total, total + 4).equals("43532400")
                && Arrays.equals(sha256, Arrays.copyOfRange(hash, total + 4, total + 36));
    }

    /** Returns a record in words; empty for one that cannot be read. */
    private String line(int type) {
        if (STRINGS.contains(type)) {
            return string(text());
        }
        return switch (type) {
            case 1 ->
                payload.length < 24
                        ? ""
                        : version(0) + version(8) + time() + " " + payload[20] * 15 + numbers(21, 1, 1, 1);
            case 2 -> exactly(12, numbers(0, 2, 2, 2, 2) + (number(8, 2) > 0 ? " HT" : ""));
            case 4 -> text().isBlank() || string(text()).equals(ABSENT) ? ABSENT : "string " + text().strip();
            case 5 -> exactly(21, numbers(0, 8, 8, 2, 2, 1));
            case 6 -> exactly(12, numbers(0, 8, 2, 1, 1));
            case 7, 28 ->
                "name " + text()
                        + "|".repeat((int) Math.max(
                                0, 2 - text().chars().filter(c -> c == '|').count()));
            case 8 ->
                payload.length > 13 && number(10, 4) == payload.length - 14
                        ? numbers(0, 4) + " " + HexFormat.of().formatHex(payload, 4, 10) + " " + wide(14)
                        : "";
            case 9 -> exactly(12, numbers(0, 2, 2, 2, 2, 4));
            case 10 -> exactly(5, numbers(0, 1, 1, 1, 1, 1));
            case 11 -> exactly(42, numbers(0, 4, 1, 1, 4)).endsWith(" 32") ? numbers(0, 4, 1, 1) + " " + hex(10) : "";
            case 12 -> payload.length == 16 ? guid() : "";
            case 13 -> "tpm " + text();
            case 25 -> payload.length >= 128 && payload.length <= 1024 ? hex(0) : "";
            case 27 -> exactly(4, numbers(0, 2, 2));
            case 29 -> exactly(18, numbers(0, 8, 8, 1, 1));
            case 30 -> "adapter " + (wide(0).contains("|") ? "" : "|") + wide(0);
            case 34 -> payload.length > 0 && payload.length == 1 + 5 * (payload[0] & 0xFF) ? classes() : "";
            case 37 ->
                payload.length >= 28
                                && payload.length % 2 == 0
                                && number(0, 4) == payload.length - 4
                                && number(4, 4) == payload.length - 4
                        ? hashes()
                        : "";
            default -> "";
        };
    }

    private String exactly(int length, String line) {
        return payload.length == length ? line : "";
    }

    /** Little-endian; 0 where there are too few bytes, since the length is looked at later. */
    private long number(int at, int size) {
        if (at + size > payload.length) {
            return 0;
        }
        byte[] big = new byte[size];
        for (int i = 0; i < size; i++) {
            big[size - 1 - i] = payload[at + i];
        }
        return new BigInteger(1, big).longValue();
    }

    private String numbers(int from, int... sizes) {
        StringBuilder line = new StringBuilder();
        int at = from;
        for (int size : sizes) {
            line.append(' ').append(Long.toUnsignedString(number(at, size)));
            at += size;
        }
        return line.toString();
    }

    private String version(int at) {
        return " " + number(at + 2, 2) + "." + number(at, 2) + "." + number(at + 6, 2) + "." + number(at + 4, 2);
    }

    private String time() {
        return " " + LocalDateTime.of(2000, 1, 1, 0, 0, 0).plusSeconds(number(16, 4)) + "Z";
    }

    private String text() {
        int end = 0;
        while (end < payload.length && payload[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOf(payload, end), StandardCharsets.UTF_8);
    }

    private static String string(String text) {
        return text.isEmpty() || text.equals("SMBIOS_STRING_INDEX_0") ? ABSENT : "string " + text;
    }

    private String wide(int from) {
        int end = from;
        while (end + 1 < payload.length && number(end, 2) != 0) {
            end += 2;
        }
        return new String(payload, from, end - from, StandardCharsets.UTF_16LE);
    }

    private String guid() {
        String h = hex(0);
        return h.substring(6, 8) + h.substring(4, 6) + h.substring(2, 4) + h.substring(0, 2) + "-" + h.substring(10, 12)
                + h.substring(8, 10) + "-" + h.substring(14, 16) + h.substring(12, 14) + "-" + h.substring(16, 20) + "-"
                + h.substring(20);
    }

    private String classes() {
        StringBuilder line = new StringBuilder("classes");
        for (int at = 1; at < payload.length; at += 5) {
            line.append(numbers(at, 1, 2, 2));
        }
        return payload.length == 1 ? ABSENT : line.toString();
    }

    private String hashes() {
        StringBuilder line = new StringBuilder("counts");
        for (int at = 8; at < payload.length; at += 2) {
            line.append(at == 28 ? " hashes" : "").append(numbers(at, 2));
        }
        return line.toString();
    }

    private String hex(int from) {
        return payload.length < from ? "" : HexFormat.of().formatHex(payload, from, payload.length);
    }
}

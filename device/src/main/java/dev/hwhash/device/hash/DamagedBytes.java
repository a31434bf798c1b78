// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What can be read of a damaged text: its bytes up to the first wrong character, their records as far as they fit. */
final class DamagedBytes {

    private static final int HEAD = Envelope.HEAD;

    private final byte[] bytes;
    /** Why the text is read no further than these bytes; empty where they are all. */
    private final Optional<HashLayout.Break> wrongCharacter;

    private final int total;
    private final List<HashRecord> records = new ArrayList<>();

    private DamagedBytes(byte[] bytes, Optional<HashLayout.Break> wrongCharacter) {
        this.bytes = bytes;
        this.wrongCharacter = wrongCharacter;
        this.total = startsAsHash() ? Envelope.u16(bytes, 2) : 0;
    }

    static DamagedBytes of(String text) {
        String data = HashText.data(text).toString();
        int right = HashText.base64Length(data);
        // A character behind whole groups holds six bits, which are no byte.
        int readable = right % 4 == 1 ? right - 1 : right;
        byte[] ascii = data.substring(0, readable).getBytes(StandardCharsets.ISO_8859_1);
        return new DamagedBytes(
                Base64.getDecoder().decode(ascii),
                right == data.length() ? Optional.empty() : Optional.of(wrong(data, right)));
    }

    private static HashLayout.Break wrong(String data, int at) {
        String seen = String.format("U+%04X", data.codePointAt(at));
        return new HashLayout.Break(
                at * 3 / 4, at + 1, "character " + (at + 1) + " is " + seen + ", which is not base64");
    }

    HashLayout layout(DamagedHash damage) {
        if (!startsAsHash()) {
            HashLayout.Break start =
                    wrongCharacter.isPresent() ? wrongCharacter.get() : HashLayout.Break.at(0, damage.why());
            return new HashLayout(damage, bytes.length, OptionalInt.empty(), records, Optional.of(start));
        }
        int limit = checksumStartsAt(total) ? total : bytes.length;
        int end = walk(limit);
        return new HashLayout(damage, bytes.length, OptionalInt.of(total), records, breakAt(end, limit));
    }

    private boolean startsAsHash() {
        return bytes.length >= HEAD && bytes[0] == 'O' && bytes[1] == 'A';
    }

    /** If so, the total length is right, and what does not fit it is a broken record. */
    private boolean checksumStartsAt(int at) {
        return at >= HEAD
                && at + HEAD <= bytes.length
                && Envelope.u16(bytes, at) == HashRecord.CHECKSUM
                && Envelope.u16(bytes, at + 2) == Envelope.CHECKSUM_LENGTH;
    }

    /** Takes the records; returns the end of the last one. */
    private int walk(int limit) {
        int at = HEAD;
        while (at != total && !checksumStartsAt(at) && fits(at, limit)) {
            int length = Envelope.u16(bytes, at + 2);
            records.add(new HashRecord(Envelope.u16(bytes, at), bytes, at + HEAD, length - HEAD));
            at += length;
        }
        return at;
    }

    private boolean fits(int at, int limit) {
        return at + HEAD <= limit && Envelope.u16(bytes, at + 2) >= HEAD && at + Envelope.u16(bytes, at + 2) <= limit;
    }

    private Optional<HashLayout.Break> breakAt(int at, int limit) {
        if (wrongCharacter.isPresent()) {
            HashLayout.Break wrong = wrongCharacter.get();
            return Optional.of(new HashLayout.Break(at, wrong.character(), wrong.why()));
        }
        if (at != total) {
            return Optional.of(HashLayout.Break.at(at, recordFlaw(at, limit)));
        }
        Optional<String> flaw = checksumFlaw(at);
        return flaw.isPresent() ? Optional.of(HashLayout.Break.at(at, flaw.get())) : Optional.empty();
    }

    private String recordFlaw(int at, int limit) {
        if (checksumStartsAt(at)) {
            return "the checksum stands there, though the stated length is " + total + " bytes";
        }
        if (at > total) {
            return "the records go on to there, though the stated length is " + total + " bytes";
        }
        int left = limit - at;
        if (left < HEAD) {
            return (left == 0 ? "it ends there" : left + " bytes are left there") + ", but " + total + " are stated";
        }
        int type = Envelope.u16(bytes, at);
        int length = Envelope.u16(bytes, at + 2);
        return "a record of type " + type + " states " + length + " bytes, but "
                + (length < HEAD ? "has at least " + HEAD : left + " are left");
    }

    private Optional<String> checksumFlaw(int at) {
        int left = bytes.length - at;
        if (left == 0) {
            return Optional.empty();
        }
        if (left < HEAD || (checksumStartsAt(at) && left < Envelope.CHECKSUM_LENGTH)) {
            return Optional.of(
                    "the checksum is cut: " + left + " of its " + Envelope.CHECKSUM_LENGTH + " bytes are there");
        }
        return checksumStartsAt(at) ? Optional.empty() : Optional.of("no checksum starts there, but something else");
    }
}

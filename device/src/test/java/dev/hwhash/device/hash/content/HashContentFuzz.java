// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashLayout;
import dev.hwhash.device.hash.HashRecord;
import dev.hwhash.device.hash.SyntheticPc;
import dev.hwhash.device.hash.SyntheticPcs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes below the base64: as a hash, and as the records of one that is whole. */
class HashContentFuzz {

    private static final int LONGEST = 16_384;
    private static final int HEAD = 4;

    static Stream<byte[]> seeds() {
        Stream<byte[]> pcs =
                SyntheticPcs.all().values().stream().map(pc -> Arrays.copyOfRange(pc.bytes(), HEAD, pc.total()));
        Stream<byte[]> whole = SyntheticPcs.all().values().stream().map(SyntheticPc::bytes);
        return Stream.concat(Stream.concat(pcs, whole), eachRecord());
    }

    /** Each type alone, so that what is found is small. */
    private static Stream<byte[]> eachRecord() {
        Set<Integer> seen = new HashSet<>();
        return SyntheticPcs.all().values().stream()
                .flatMap(pc -> HashLayout.of(pc.text()).records().stream()
                        .filter(record -> seen.add(record.type()))
                        .map(record ->
                                Arrays.copyOfRange(pc.bytes(), record.at() - HEAD, record.at() + record.length())));
    }

    @MethodSource("seeds")
    @FuzzTest
    void isDecodedAsTheDescriptionSaysOrListedAsUnread(byte[] input) {
        byte[] bytes = Arrays.copyOf(input, Math.min(input.length, LONGEST));
        damaged(bytes);
        whole(bytes);
    }

    private static void damaged(byte[] bytes) {
        HashContent content = HashContent.of(Base64.getEncoder().encodeToString(bytes));
        addsUp(content.layout(), bytes.length);
        told(content);
        if (content.layout().reading() instanceof HardwareHash) {
            same(content, bytes);
        }
        HashContent text = HashContent.of(new String(bytes, StandardCharsets.ISO_8859_1));
        addsUp(text.layout(), bytes.length);
    }

    private static void whole(byte[] records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int total = HEAD + records.length;
        all.writeBytes(new byte[] {'O', 'A', (byte) total, (byte) (total >> 8)});
        all.writeBytes(records);
        byte[] sha256 = sha256(all.toByteArray());
        all.writeBytes(new byte[] {0x43, 0x53, 36, 0});
        all.writeBytes(sha256);

        HashContent content = HashContent.of(Base64.getEncoder().encodeToString(all.toByteArray()));

        assertThat(content.layout().reading()).isInstanceOf(HardwareHash.class);
        same(content, all.toByteArray());
    }

    private static void same(HashContent content, byte[] bytes) {
        List<String> decoded = ContentLines.of(content).stream().sorted().toList();
        assertThat(decoded).isEqualTo(PlainReading.of(bytes).stream().sorted().toList());
    }

    /** Records follow each other, and a break is behind the last one. */
    private static void addsUp(HashLayout layout, int length) {
        int at = HEAD;
        for (HashRecord record : layout.records()) {
            assertThat(record.at()).isEqualTo(at + HEAD);
            at = record.at() + record.length();
        }
        assertThat(at).isLessThanOrEqualTo(Math.max(HEAD, length));
        if (layout.end().isPresent() && layout.statedLength().isPresent()) {
            assertThat(layout.end().get().at()).isEqualTo(at);
        }
        layout.end().ifPresent(end -> {
            assertThat(end.character()).isPositive();
            assertThat(end.why()).matches("[!-~]{1,15}( [!-~]{1,15})*");
        });
    }

    private static void told(HashContent content) {
        content.tpm().version().ifPresent(tpm -> {
            assertThat(tpm.firmware().orElse("0.0.0.0")).matches("\\d+(\\.\\d+){3}");
            assertThat(tpm.vendorId().orElse("").length())
                    .isLessThanOrEqualTo(tpm.text().length());
        });
        content.chassis()
                .ifPresent(chassis -> assertThat(chassis.digitizerNames()).doesNotContain(""));
        content.tpm().ekHash().ifPresent(ek -> assertThat(ek.hex()).matches("[0-9a-f]{64}"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}

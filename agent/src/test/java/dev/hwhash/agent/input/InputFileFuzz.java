// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.DeviceRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a capture. */
class InputFileFuzz {

    private static final Charset ANSI = Charset.forName("windows-1252");
    private static final Pattern PLAIN_WORDS = Pattern.compile("(?=.{1,300}$)[!-~]{1,43}( [!-~]{1,43})*");

    private static Path folder;

    static Stream<byte[]> seeds() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001").withoutTpm().paddedTo(0).text();
        String csv = "Device Serial Number,Windows Product ID,Hardware Hash\r\nHWHASH-0001,," + hash + "\r\n";
        return Stream.of(
                utf8(hash),
                utf8(csv),
                utf8("{\"serialNumber\":\"HWHASH-0001\"}"),
                utf8("<Key><HardwareHash>" + hash + "</HardwareHash></Key>"),
                utf8("MSCF"),
                zip("a.txt", "x"),
                zip("DeviceHash_HWHASH-0001.csv", csv));
    }

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("capture");
    }

    @AfterAll
    static void deleteFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("capture"));
        Files.deleteIfExists(folder);
    }

    @MethodSource("seeds")
    @FuzzTest
    void isReadOrRefusedWithoutTheText(byte[] content) throws IOException {
        Path file = folder.resolve("capture");
        Files.write(file, content);
        for (boolean identifiers : new boolean[] {false, true}) {
            try (InputRows rows = new InputFile(file, ANSI, identifiers).open()) {
                int line = 0;
                for (List<DeviceRow> some = rows.next(); !some.isEmpty(); some = rows.next()) {
                    for (DeviceRow row : some) {
                        assertThat(row.line()).isGreaterThan(line);
                        line = row.line();
                        row.readHash();
                        row.device();
                    }
                }
                assertThat(rows.layout()).isNotNull();
            } catch (InputRefusedException refused) {
                assertThat(refused.getMessage()).matches(PLAIN_WORDS);
            }
        }
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(utf8(content));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

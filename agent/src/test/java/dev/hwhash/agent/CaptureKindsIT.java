// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of capture ends as the same row. */
class CaptureKindsIT {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String ROW = "HWHASH-0001,," + HASH + "\r\n";

    @Test
    void oa3ReportGivesTheRowOfTheHashInIt(@TempDir Path folder) throws IOException {
        String report = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Key><ProductKeyID>1</ProductKeyID><HardwareHash>"
                + HASH + "</HardwareHash></Key>";
        Files.writeString(folder.resolve("OA3.xml"), report);
        assertRow(Hwhash.in(folder).run("collect", "--from", "OA3.xml"));
        Files.write(folder.resolve("OA3.xml"), ("\uFEFF" + report).getBytes(UTF_16LE));
        assertRow(Hwhash.in(folder).run("collect", "--from", "OA3.xml"));
    }

    @Test
    void jsonLinesGiveARowForEachObject(@TempDir Path folder) throws IOException {
        String second = SyntheticHash.of("HWHASH-0002").text();
        Files.writeString(
                folder.resolve("pcs.json"),
                "{\"schemaVersion\":1,\"serialNumber\":\"HWHASH-0001\",\"hardwareHash\":\"" + HASH + "\"}\n\n"
                        + "{\"hardwareHash\":\"" + second + "\",\"unknown\":{\"a\":[1,{}]},\"serialNumber\":null}\n");
        HwhashRun run = Hwhash.in(folder).run("collect", "--from", "pcs.json").exits(0);
        assertThat(run.stdoutBytes()).isEqualTo(HEADER + ROW + "HWHASH-0002,," + second + "\r\n");
    }

    @Test
    void csvOfOtherToolsGivesTheRow(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("pcs.csv");
        Files.write(csv, ("\uFEFF" + HEADER + ROW).getBytes(UTF_16LE));
        assertRow(Hwhash.in(folder).run("collect", "--from", "pcs.csv"));
        Files.writeString(csv, "\uFEFF\"Hardware Hash\";\"Device Serial Number\"\n\"" + HASH + "\";\"HWHASH-0001\"\n");
        assertRow(Hwhash.in(folder).run("collect", "--from", "pcs.csv"));
        Files.writeString(csv, "device serial number\tHARDWARE HASH\r\nHWHASH-0001\t" + HASH);
        assertRow(Hwhash.in(folder).run("collect", "--from", "pcs.csv"));
    }

    @Test
    void exportOfConfigurationManagerGivesTheRow(@TempDir Path folder) throws IOException {
        String names = "Device_Serial_Number,Windows_Product_ID,Hardware_Hash,Manufacturer_name,Device_model";
        Files.writeString(
                folder.resolve("export.csv"),
                "Textbox1\r\nWindows Autopilot Device Information\r\n\r\n" + names + "\r\nHWHASH-0001,," + HASH
                        + ",Contoso,Book 3\r\n");
        assertRow(Hwhash.in(folder).run("collect", "--from", "export.csv"));
    }

    @Test
    void ansiCsvIsReadInTheCodePageThatIsNamed(@TempDir Path folder) throws IOException {
        Files.write(
                folder.resolve("pcs.csv"),
                (HEADER.strip() + ",Group Tag\r\n" + ROW.strip() + ",Warszawa-P").getBytes(UTF_8));
        byte[] bytes = Files.readAllBytes(folder.resolve("pcs.csv"));
        bytes[bytes.length - 1] = (byte) 0xA3;
        Files.write(folder.resolve("pcs.csv"), bytes);
        HwhashRun polish = Hwhash.in(folder)
                .run("collect", "--from", "pcs.csv", "--input-encoding", "windows-1250", "--format", "json")
                .exits(0);
        assertThat(polish.stdoutBytes()).contains("\"groupTag\":\"Warszawa-\\u0141\"");
        HwhashRun unnamed = Hwhash.in(folder)
                .run("collect", "--from", "pcs.csv", "--format", "json")
                .exits(0);
        assertThat(unnamed.stdoutBytes()).contains("\"groupTag\":\"Warszawa-\\u00A3\"");
    }

    @Test
    void diagnosticsReportGivesTheRowOfItsDeviceHash(@TempDir Path folder) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("report.zip")))) {
            entry(zip, "MDMDiagReport.html", "<html>");
            entry(zip, "Geräte.csv", "nothing");
            entry(zip, "DeviceHash_DESKTOP-HWHASH.csv", HEADER + ROW);
        }
        assertRow(Hwhash.in(folder).run("collect", "--from", "report.zip"));
    }

    @Test
    void bareHashIsTakenWithLineBreaksWithoutPaddingAndInUtf16(@TempDir Path folder) throws IOException {
        SyntheticHash odd = SyntheticHash.of("HWHASH-0001").paddedTo(3001);
        assertThat(odd.text()).endsWith("==");
        String text = odd.textWithoutPadding();
        String wrapped = text.replaceAll("(.{76})", "$1\r\n");
        Files.writeString(folder.resolve("hash.txt"), wrapped);
        String expected = HEADER + "HWHASH-0001,," + odd.text() + "\r\n";
        HwhashRun run = Hwhash.in(folder).run("collect", "--from", "hash.txt").exits(0);
        assertThat(run.stdoutBytes()).isEqualTo(expected);
        Files.write(folder.resolve("hash.txt"), ("\uFEFF" + text + "\r\n").getBytes(UTF_16LE));
        HwhashRun utf16 = Hwhash.in(folder).run("collect", "--from", "hash.txt").exits(0);
        assertThat(utf16.stdoutBytes()).isEqualTo(expected);
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static void assertRow(HwhashRun run) {
        run.exits(0);
        assertThat(run.stdoutBytes()).isEqualTo(HEADER + ROW);
        assertThat(run.lines()).isEmpty();
    }
}

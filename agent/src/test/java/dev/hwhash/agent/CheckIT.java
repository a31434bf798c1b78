// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code hwhash check} on the files that people have. */
class CheckIT {

    private static final String FIRST = SyntheticHash.of("HWHASH-0001").text();
    private static final String SECOND = SyntheticHash.of("HWHASH-0002").text();
    private static final String HEADER = "Device Serial Number,Windows Product ID,Hardware Hash\r\n";
    private static final String GOOD = HEADER + "HWHASH-0001,," + FIRST + "\r\nHWHASH-0002,," + SECOND + "\r\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        String quoted = "#TYPE Selected.System.Management.Automation.PSCustomObject\r\n"
                + GOOD.replaceAll("([^,\r\n]+)", "\"$1\"");
        String names = "Device Serial Number,Windows Product ID,Hardware Hash,";
        return Stream.of(
                file("from Windows PowerShell 5.1", ("\uFEFF" + GOOD).getBytes(UTF_16LE), "1: encoding-utf-16"),
                file("CSV UTF-8 of Excel", ("\uFEFF" + GOOD).getBytes(UTF_8), "1: encoding-utf-8-bom"),
                file("Excel in Germany", GOOD.replace(',', ';'), "1: separator"),
                file("text of Excel", GOOD.replace(',', '\t'), "1: separator"),
                file(
                        "from Export-Csv",
                        quoted,
                        "1: type-line",
                        "2: header-quoted",
                        "3: cells-quoted",
                        "4: cells-quoted"),
                file("with blank lines at its end", GOOD + "\r\n\r\n,,\r\n"),
                file("without its last line break", GOOD.stripTrailing(), "3: last-line-open"),
                file(
                        "joined of two",
                        GOOD + GOOD.replace("000", "010"),
                        "4: header-again",
                        "5: device-two-serials",
                        "5: serial-differs",
                        "6: device-two-serials",
                        "6: serial-differs"),
                file(
                        "with columns in another order",
                        "Hardware Hash,Device Serial Number,Windows Product ID\r\n" + FIRST + ",HWHASH-0001,\r\n",
                        "1: column-order"),
                file(
                        "with older names",
                        "Serial Number,Product Key ID,Hardware Hash\r\nHWHASH-0001,," + FIRST + "\r\n",
                        "1: header-name",
                        "1: header-name"),
                file(
                        "the portal's sample",
                        "\uFEFFDevice serial number,Windows product ID,Hardware hash,Manufacturer name,Device Model\r\n"
                                + "HWHASH-0001,," + FIRST + ",,\r\n",
                        "1: encoding-utf-8-bom"),
                file(
                        "from Configuration Manager",
                        "Textbox18\r\nWindows Autopilot Device Information\r\n\r\n" + names + "HWHASH-0001,," + FIRST
                                + "\r\n",
                        "1: configuration-manager-export"));
    }

    private static Arguments file(String name, String text, String... findings) {
        return file(name, text.getBytes(UTF_8), findings);
    }

    private static Arguments file(String name, byte[] content, String... findings) {
        return Arguments.of(name, content, List.of(findings));
    }

    @ParameterizedTest(name = "a file {0}")
    @MethodSource("files")
    void aFileThatPeopleHaveIsCheckedAndCorrected(String name, byte[] content, List<String> findings)
            throws IOException {
        Files.write(folder.resolve("a.csv"), content);

        HwhashRun check = Hwhash.in(folder).run("check", "a.csv");
        assertThat(check.stdoutBytes().lines())
                .as(name)
                .map(line -> line.replaceFirst("^a\\.csv:([0-9]+: [a-z0-9-]+): .*", "$1"))
                .containsExactlyInAnyOrderElementsOf(findings);
        boolean errors = check.stdoutBytes().contains(": error: ");
        check.exits(errors ? 21 : 0);
        assertThat(check.stderr()).contains(errors ? "error file-not-ready: a.csv: " : "note file-ready: a.csv: ");

        Hwhash.in(folder).run("check", "a.csv", "--fix", "-o", "b.csv");
        HwhashRun copy = Hwhash.in(folder).run("check", "b.csv", "--fix", "-o", "c.csv");
        assertThat(copy.stdoutBytes()).doesNotContain(": fixed: ");
        assertThat(folder.resolve("c.csv")).hasSameBinaryContentAs(folder.resolve("b.csv"));
        assertThat(Files.readAllBytes(folder.resolve("a.csv"))).isEqualTo(content);
    }

    @Test
    void aFileThatIsReadyIsToldSoAndHasNoLineOnStdout() throws IOException {
        HwhashRun run = checked(GOOD).exits(0);

        assertThat(run.stdout()).isEmpty();
        assertThat(run.only("note", "file-ready"))
                .endsWith("a.csv: 2 rows, 2 devices, 0 errors, 0 warnings: ready for Intune");
    }

    @Test
    void aFindingSaysWhereWhatAndWhatToDo() throws IOException {
        HwhashRun run = checked(GOOD.replace("HWHASH-0002,", "HWHASH-0003,")).exits(0);

        assertThat(run.stdoutBytes().lines())
                .containsExactly(
                        "a.csv:3: serial-differs: warning: the serial number is \"HWHASH-0003\", but \"HWHASH-0002\""
                                + " inside the hardware hash; look which device the row is about");
    }

    @Test
    void aFindingInJsonHasTheDocumentedProperties() throws IOException {
        HwhashRun run = checked(HEADER + "Gr\u00f6\u00dfe,," + FIRST.replaceFirst("A", "?") + "\r\n", "--json")
                .exits(21);

        assertThat(run.stdoutBytes().lines())
                .anyMatch(line ->
                        line.matches("\\{\"file\":\"a.csv\",\"line\":2,\"rule\":\"hash-not-base64\",\"severity\":"
                                + "\"error\",\"fixed\":false,\"value\":\"4000 characters, SHA-256 [0-9a-f]{8}\","
                                + "\"becomes\":null,\"message\":\"[^\"]+\",\"remedy\":\"[^\"]+\"}"))
                .anyMatch(line -> line.contains("\"value\":\"Gr\\u00F6\\u00DFe\""));
        assertThat(run.stdoutBytes()).matches("[ -~\n]+");
    }

    @Test
    void rowsForPartnersAreRefusedForIntuneWithTheReason() throws IOException {
        String names = "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model";
        String vendor = String.join("\r\n", names, ",3305271234567,,,", "HWHASH-0001,,,Contoso,Book 3", "");

        assertThat(checked(vendor).exits(0).only("note", "file-ready")).endsWith("ready for Partner Center");
        HwhashRun intune = checked(vendor, "--for", "intune").exits(21);
        assertThat(intune.stdoutBytes()).contains("product ID is enough for Partner Center only");
    }

    @Test
    void corporateIdentifiersNeedTheirName() throws IOException {
        String identifiers = "Contoso,Book 3,HWHASH-0001\r\n";

        assertThat(checked(identifiers).exits(21).stdoutBytes()).startsWith("a.csv:1: file-unreadable: error: ");
        checked(identifiers, "--for", "corporate-identifiers").exits(0);
    }

    @Test
    void whatIsMissingOrNoTableIsAnErrorOfThatFileAlone() throws IOException {
        Files.writeString(folder.resolve("good.csv"), GOOD);
        Files.writeString(folder.resolve("hash.txt"), FIRST);
        HwhashRun run = Hwhash.in(folder)
                .run("check", "none.csv", "hash.txt", "good.csv")
                .exits(21);

        assertThat(run.stdoutBytes().lines())
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("none.csv:1: file-unreadable: "))
                .anyMatch(line -> line.startsWith("hash.txt:1: not-csv: "))
                .anyMatch(line -> line.contains("device-in-other-file") || line.contains("device-two"));
        assertThat(run.messages("note", "file-ready")).hasSize(1);
    }

    @Test
    void aFileThatBreaksOffIsToldToThere() throws IOException {
        HwhashRun run = checked(GOOD + "\"HWHASH-0003,,x\r\n").exits(21);

        assertThat(run.stdoutBytes())
                .startsWith("a.csv:3: file-unreadable: error: ")
                .contains("never closed");
    }

    private HwhashRun checked(String text, String... more) throws IOException {
        Files.writeString(folder.resolve("a.csv"), text);
        return Hwhash.in(folder)
                .run(Stream.concat(Stream.of("check", "a.csv"), Stream.of(more)).toArray(String[]::new));
    }
}

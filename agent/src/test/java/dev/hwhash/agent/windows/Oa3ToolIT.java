// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --oa3tool} in the full Windows, and whatever the tool may do. */
@RequiresWine
class Oa3ToolIT {

    private static final SyntheticHash HASH =
            SyntheticHash.of("HWHASH-0001").manufacturer("Contoso").model("Book 3");
    private static final String DAMAGED = HASH.flipped(4001).text();

    @TempDir
    private Path folder;

    private Oa3Pc pc;

    @BeforeEach
    void makePc() throws IOException {
        pc = new Oa3Pc(folder).reports(HASH.text());
        pc.wmi().scenario("Win32_BIOS.SerialNumber", "HWHASH-0001");
        pc.wmi().scenario("Win32_ComputerSystem.Manufacturer", "Contoso");
        pc.wmi().scenario("Win32_ComputerSystem.Model", "Book 3");
    }

    @Test
    void theToolGivesTheHashThatWmiHasNot() throws IOException {
        WindowsRun run = pc.collect("--format", "json");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout())
                .contains("\"source\":\"oa3tool\"", "\"hardwareHash\":\"" + HASH.text() + "\"", "\"HWHASH-0001\"");
        assertThat(run.stderr())
                .contains("note oa3tool-asked: WMI gave no hardware hash (", "WBEM_E_INVALID_NAMESPACE")
                .doesNotContain("warning");
        assertThat(pc.left()).isEmpty();
    }

    @Test
    void theToolIsToldWhatToDoInANewFolderByAbsolutePaths() throws IOException {
        pc.wmi().environment("HWHASH_GROUP_TAG", "Kiosk").environment("HWHASH_TOKEN", "HWT-0123456789");

        WindowsRun run = pc.collect("--format", "json");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(pc.seen()).hasSize(6);
        String work = pc.seen().get(3).substring("folder ".length());
        assertThat(work).startsWith(WindowsPc.windowsPath(folder)).contains("temp & more", "hwhash-oa3-");
        assertThat(pc.seen())
                .containsExactly(
                        "argument /Report",
                        "argument /ConfigFile=" + work + "\\OA3.cfg",
                        "argument /NoKeyCheck",
                        "folder " + work,
                        "stdin ended",
                        "secret unseen");
        String inXml = work.replace("&", "&amp;");
        assertThat(pc.given(".cfg"))
                .contains("<InputKeyXMLFile>" + inXml + "\\key.xml</InputKeyXMLFile>")
                .contains("<AssembledBinaryFile>" + inXml + "\\OA3.bin</AssembledBinaryFile>")
                .contains("<ReportedXMLFile>" + inXml + "\\OA3.xml</ReportedXMLFile>");
        assertThat(pc.given(".key")).contains("<ProductKey>XXXXX-XXXXX-XXXXX-XXXXX-XXXXX</ProductKey>");
    }

    @Test
    void aDenialIsNotGotRound() throws IOException {
        pc.wmi().scenario("connect", "0x80041003");

        WindowsRun run = pc.collect();

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(11);
        assertThat(pc.runs()).isZero();
    }

    @Test
    void aHashOfWmiIsNotDoubted() throws IOException {
        WindowsPc working = new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", "HWHASH-0001")
                .hash(HASH.text())
                .jvmOptions("-Xlog:class+load:file=classes.log:none");

        WindowsRun run = working.run("collect", "--oa3tool", "C:\\nowhere\\oa3tool.exe");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(Files.readAllLines(folder.resolve("classes.log")))
                .anyMatch(line -> line.startsWith("dev.hwhash.agent.collect.PcSource "))
                .noneMatch(line -> line.contains("Oa3") || line.contains("WindowsPe"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exit 5 | with the exit code 5, saying "[ERROR] this is the last that the double says"
            silent | ended without a report
            crash  | with the exit code 0xC0000005
            """)
    void aRunThatFailsMakesNoRow(String mode, String words) throws IOException {
        assertFailed(pc.does(mode).collect(), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Key><HardwareHash>                                          | it is not well-formed XML
            <Key><HardwareHash/></Key>                                   | its HardwareHash is empty
            <!DOCTYPE Key SYSTEM "file:///C:/x"><Key/>                   | it has a DOCTYPE
            <!DOCTYPE Key [<!ENTITY x "y">]><Key>&x;</Key>               | it has a DOCTYPE
            <Report/>                                                    | its root element is Report
            """)
    void aReportThatIsNoneMakesNoRow(String report, String words) throws IOException {
        assertFailed(pc.writes(report).collect(), words);
    }

    @Test
    void aReportOfMoreThanAMegabyteMakesNoRow() throws IOException {
        assertFailed(pc.reports("T0AA".repeat(1 << 18)).collect(), "it has more than 1048576 bytes");
    }

    @Test
    void aFloodOfWordsHoldsNobodyUp() throws IOException {
        WindowsRun run = pc.does("flood").collect();

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains(HASH.text());
    }

    @Test
    void aToolThatHangsIsEndedWithAllThatItStarted() throws Exception {
        WindowsRun run = pc.does("hang").collect("--timeout", "6");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr()).contains("error oa3tool-failed:", "had not ended after");
        assertThat(run.stdout()).isEmpty();
        assertThat(run.elapsed()).isLessThan(Duration.ofSeconds(12));
        assertThat(pc.left()).isEmpty();
        Thread.sleep(300);
        long beats = Files.size(folder.resolve("beats"));
        Thread.sleep(700);
        assertThat(Files.size(folder.resolve("beats"))).isEqualTo(beats).isPositive();
    }

    @Test
    void aDamagedHashIsReadOnceMoreAndThenKept() throws IOException {
        Path output = Files.createDirectory(folder.resolve("out"));

        WindowsRun run = pc.reports(DAMAGED).collect("-o", WindowsPc.windowsPath(output));

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(14);
        assertThat(run.stderr()).contains("error hash-damaged:");
        assertThat(pc.runs()).isEqualTo(2);
        assertThat(output).isDirectoryContaining("glob:**HWHASH-0001.damaged.txt");
        assertThat(pc.left()).isEmpty();
    }

    @Test
    void aSecondReadingThatIsSoundMakesTheRow() throws IOException {
        WindowsRun run = pc.reports(DAMAGED).reportsThen(HASH.text()).collect();

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains(HASH.text());
        assertThat(pc.runs()).isEqualTo(2);
    }

    @Test
    void aBrokenWmiIsStoodInFor() throws IOException {
        pc.wmi().scenario("cimv2.connect", "0x80041013");
        pc.wmi().scenario("connect", "0x80041013");

        WindowsRun run = pc.collect("--format", "managed-desktop");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("Contoso,Book 3,HWHASH-0001," + HASH.text());
        assertThat(run.stderr()).contains("warning serial-from-hash:");
    }

    @Test
    void whatIsNoProgramOfWindowsDoesNotStart() throws IOException {
        Path tool = Files.createDirectory(folder.resolve("tools")).resolve("oa3tool.exe");
        Files.write(tool, new byte[1024]);

        WindowsRun run = pc.collect();

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr()).contains("error oa3tool-failed:", "does not start: CreateProcess error=");
        assertThat(pc.left()).isEmpty();
    }

    @Test
    void aWmiThatHangsLeavesTheToolItsTime() throws IOException {
        pc.wmi().scenario("connect", "hang");

        WindowsRun run = pc.collect("--timeout", "20");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("HWHASH-0001,," + HASH.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"oa3tool.exe", "."})
    void aToolThatOthersCanChangeIsNotRun(String writable) throws IOException {
        Path tools = folder.resolve("tools");
        Path tool = Oa3Pc.tool(tools.resolve("oa3tool.exe"));
        Files.setPosixFilePermissions(tools.resolve(writable), PosixFilePermissions.fromString("rwxrwxrwx"));

        WindowsRun run = pc.wmi().run("collect", "--oa3tool", WindowsPc.windowsPath(tool));

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("warning oa3tool-not-run:", "can be changed by");
        assertThat(pc.runs()).isZero();
    }

    @Test
    void aToolThatIsNotThereIsMissed() {
        WindowsRun run = pc.wmi().run("collect", "--oa3tool", "Z:\\nowhere\\oa3tool.exe");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("warning oa3tool-not-run: there is no file Z:\\nowhere\\oa3tool.exe");
    }

    private void assertFailed(WindowsRun run, String words) throws IOException {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr()).contains("error oa3tool-failed: no hardware hash: ", words);
        assertThat(run.stdout()).isEmpty();
        assertThat(pc.runs()).isEqualTo(1);
        assertThat(pc.left()).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PCs really answer. */
@RequiresWine
class WmiValueIT {

    private static final UUID BOARD = UUID.fromString("4C4C4544-0001-4000-8000-000000000001");

    @TempDir
    Path folder;

    @Test
    void readsWinesOwnPcWithAWarningOfItsPlaceholder() {
        WindowsRun run =
                new WindowsPc(folder).hash(SyntheticHash.of("0").text()).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("\r\n0,,T0");
        assertThat(run.stderr()).contains("warning serial-placeholder:");
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @Test
    void readsTheNamesOfWinesOwnPc() {
        WindowsRun run = new WindowsPc(folder).run("collect", "--format", "corporate-identifiers");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).isEqualTo("The Wine Project,Wine,0\r\n");
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @Test
    void tellsThatWineHasNoMdmBridge() {
        WindowsRun run = new WindowsPc(folder).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("0x8004100E");
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @Test
    void trimsASerialNumberAndSaysSo() {
        WindowsRun run =
                pc("  HWHASH-0001 ", SyntheticHash.of("HWHASH-0001").text()).run("collect");

        assertThat(run.stdout()).contains("\r\nHWHASH-0001,,");
        assertThat(run.stderr()).contains("serial-blanks");
    }

    @ParameterizedTest
    @CsvSource({"'   '", "<null>"})
    void takesABlankSerialNumberFromTheHash(String serial) {
        WindowsRun run = pc(serial, SyntheticHash.of("HWHASH-0001").text()).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("\r\nHWHASH-0001,,");
        assertThat(run.stderr()).contains("warning serial-from-hash:");
    }

    @Test
    void warnsWhenTheSerialNumberIsNotTheOneInTheHash() {
        WindowsRun run =
                pc("HWHASH-0001", SyntheticHash.of("HWHASH-0002").text()).run("collect");

        assertThat(run.exitCode()).isZero();
        assertThat(run.stderr()).contains("warning serial-differs:").contains("HWHASH-0002");
    }

    @ParameterizedTest
    @CsvSource({
        "HWHASH-0001, HWHASH-0001.csv",
        "..\\..\\x, ______x-baaa9aba.csv",
        "CON, CON-a3dbc4b6.csv",
    })
    void namesAFileByItsSerialNumberSafely(String serial, String name) {
        WindowsRun run =
                pc(serial, SyntheticHash.of(serial).text()).run("collect", "-o", WindowsPc.windowsPath(folder));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(folder.toFile().list()).contains(name);
    }

    @Test
    void namesAFileByTheUuidWhereTheSerialNumberIsAPlaceholder() {
        WindowsRun run = pc(
                        "Default string",
                        SyntheticHash.of("Default string").uuid(BOARD).text())
                .run("collect", "-o", WindowsPc.windowsPath(folder));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(folder.resolve("4C4C4544-0001-4000-8000-000000000001.csv")).exists();
    }

    @Test
    void givesTwoSerialNumbersThatDifferInCaseAFileEach() {
        pc("HWHASH-AB", SyntheticHash.of("HWHASH-AB").ek(1).text()).run("collect", "-o", WindowsPc.windowsPath(folder));
        WindowsRun run = pc("hwhash-ab", SyntheticHash.of("hwhash-ab").ek(2).text())
                .run("collect", "-o", WindowsPc.windowsPath(folder));

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(folder.toFile().list())
                .filteredOn(name -> name.endsWith(".csv"))
                .hasSize(2);
    }

    @Test
    void leavesANameWithACommaEmptyBesideAHash() {
        WindowsRun run = pc(
                        "HWHASH-0001",
                        SyntheticHash.of("HWHASH-0001")
                                .manufacturer("VMware, Inc.")
                                .text())
                .scenario("Win32_ComputerSystem.Manufacturer", "VMware, Inc.")
                .run("collect", "--format", "partner-center");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).endsWith(",,Book 3\r\n");
        assertThat(run.stderr()).contains("warning value-left-empty:").contains("VMware, Inc.");
    }

    @Test
    void padsAHashThatWindowsGaveWithoutPadding() {
        SyntheticHash hash = SyntheticHash.of("HWHASH-0001").paddedTo(2999);

        WindowsRun run = pc("HWHASH-0001", hash.textWithoutPadding()).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).endsWith(hash.text() + "\r\n");
    }

    @Test
    void takesAHashOfAnUnknownToolWithAWarning() {
        String hash =
                SyntheticHash.of("HWHASH-0001").toolVersion(10).flipped(999).text();

        WindowsRun run = pc("HWHASH-0001", hash).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stderr()).contains("warning hash-of-unknown-tool:");
    }

    @Test
    void refusesAHashThatIsNotAscii() {
        WindowsRun run = pc("HWHASH-0001", "T0\u00e9\u4e16").run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(14);
        assertThat(run.stderr()).isASCII().contains("error hash-damaged:");
        assertThat(run.releasedEverything()).isTrue();
    }

    @Test
    void takesAHashOfAHundredKilobytes() {
        String hash = SyntheticHash.of("HWHASH-0001").paddedTo(75_000).text();

        WindowsRun run = pc("HWHASH-0001", hash).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).endsWith("," + hash + "\r\n");
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    private WindowsPc pc(String serial, String hash) {
        return new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", serial)
                .scenario("Win32_ComputerSystem.Manufacturer", "Contoso")
                .scenario("Win32_ComputerSystem.Model", "Book 3")
                .hash(hash);
    }
}

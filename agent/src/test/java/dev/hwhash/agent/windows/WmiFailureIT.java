// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a task sequence sees when WMI does not do what it should: the right code, on time, and nothing written. */
@RequiresWine
class WmiFailureIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "connect, 0x80041003, 11, WBEM_E_ACCESS_DENIED",
        "query,   0x80041003, 11, WBEM_E_ACCESS_DENIED",
        "next,    0x80041003, 11, WBEM_E_ACCESS_DENIED",
        "get,     0x80041003, 11, WBEM_E_ACCESS_DENIED",
        "connect, 0x80070005, 11, E_ACCESSDENIED",
        "connect, 0x8004100E, 12, WBEM_E_INVALID_NAMESPACE",
        "next,    0x80041010, 12, WBEM_E_INVALID_CLASS",
        "next,    0x80041017, 12, WBEM_E_INVALID_QUERY",
        "connect, 0x80041064, 13, 0x80041064",
        "next,    0x80041001, 13, WBEM_E_FAILED",
        "next,    0x80041004, 13, WBEM_E_PROVIDER_FAILURE",
        "get,     0x80041006, 13, WBEM_E_OUT_OF_MEMORY",
        "next,    0x80041011, 13, WBEM_E_PROVIDER_NOT_FOUND",
        "next,    0x80041013, 13, WBEM_E_PROVIDER_LOAD_FAILURE",
        "connect, 0x800706BA, 13, RPC_S_SERVER_UNAVAILABLE",
        "next,    0x800706BE, 13, RPC_S_CALL_FAILED",
        "connect, 0x80070422, 13, ERROR_SERVICE_DISABLED",
        "next,    0x8007FFFF, 13, 0x8007FFFF"
    })
    void tellsAnHresultByItsCodeAndName(String stage, String hresult, int exitCode, String name) {
        WindowsRun run = pc().scenario(stage, hresult).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
        assertThat(run.stderr()).contains(hresult).contains(name);
        assertThat(run.stdoutBytes()).isEmpty();
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x80041004", "0x80041033", "0x800706BE", "0x80041001"})
    void asksOnceMoreAfterAFailureThatPasses(String hresult) {
        WindowsRun run =
                pc().scenario("next", hresult).scenario("next.times", "1").run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect", "query", "next", "get"})
    void endsOnTimeWhenAProviderHangs(String stage) {
        WindowsRun run = pc().scenario(stage, "hang").run("collect", "--wmi-timeout", "2");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr()).contains("error wmi-failed:").contains("within 2 s, hanging at the stage " + stage);
        assertThat(run.elapsed()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        assertThat(run.stdoutBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cimv2.connect", "cimv2.query", "cimv2.next", "cimv2.get"})
    void failsWithoutASerialNumberWhenWindowsOwnClassesFail(String stage) {
        WindowsRun run = pc().scenario("Win32_BIOS.SerialNumber", "HWHASH-0001")
                .scenario(stage, "0x80041013")
                .run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @Test
    void endsByTheDeadlineOfTheWholeCommandToo() {
        WindowsRun run = pc().scenario("next", "hang").run("collect", "--timeout", "2");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.elapsed()).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void saysThatThereIsNoRow() {
        WindowsRun run = pc().scenario("rows", "0").run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.releasedEverything()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "empty"})
    void takesAValueThatIsNoneForNoHash(String type) {
        WindowsRun run = pc().scenario("hash.vt", type).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.releasedEverything()).isTrue();
    }

    @Test
    void refusesAValueOfAnotherType() {
        WindowsRun run = pc().scenario("hash.vt", "i4").run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr()).contains("VT_I4");
        assertThat(run.releasedEverything()).isTrue();
    }

    @Test
    void takesAnEmptyStringForNoHash() {
        WindowsRun run = pc().hash("").run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.releasedEverything()).isTrue();
    }

    @Test
    void takesTheFirstOfTwoEqualRows() {
        WindowsRun run = pc().scenario("rows", "2").run("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout().lines()).hasSize(2);
        assertThat(run.releasedEverything()).as(run.toString()).isTrue();
    }

    @Test
    void writesNothingToAFileWhenThereIsNoHash() {
        Path file = folder.resolve("devices.csv");

        WindowsRun run = pc().scenario("connect", "0x8004100E").run("collect", "-o", WindowsPc.windowsPath(file));

        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(file).doesNotExist();
    }

    @Test
    void writesAPartnerRowWithoutAHashUnlessStrict() {
        WindowsPc pc = pc().scenario("connect", "0x8004100E");

        WindowsRun run = pc.run("collect", "--format", "partner-center");
        WindowsRun strict = pc.run("collect", "--format", "partner-center", "--strict");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).endsWith("\r\nHWHASH-0001,,,Contoso,Book 3\r\n");
        assertThat(run.stderr()).contains("warning hash-missing:");
        assertThat(strict.exitCode()).as(strict.toString()).isEqualTo(12);
        assertThat(strict.stdoutBytes()).isEmpty();
    }

    @Test
    void needsNoHashForCorporateIdentifiers() {
        WindowsRun run = pc().scenario("connect", "hang").run("collect", "--format", "corporate-identifiers");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).isEqualTo("Contoso,Book 3,HWHASH-0001\r\n");
    }

    private WindowsPc pc() {
        return new WindowsPc(folder)
                .scenario("Win32_BIOS.SerialNumber", "HWHASH-0001")
                .scenario("Win32_ComputerSystem.Manufacturer", "Contoso")
                .scenario("Win32_ComputerSystem.Model", "Book 3")
                .hash(SyntheticHash.of("HWHASH-0001")
                        .manufacturer("Contoso")
                        .model("Book 3")
                        .text());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows PE: its registry key, with and without WMI, with and without oa3tool. */
@RequiresWine
class WindowsPeIT {

    private static final String MINI_NT = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\MiniNT";
    private static final String NO_WMI = "0x80040154";
    private static final String HASH = SyntheticHash.of("HWHASH-0001")
            .manufacturer("Contoso")
            .model("Book 3")
            .winPe()
            .text();

    @TempDir
    private Path folder;

    private Path program;
    private Oa3Pc pc;

    /** A program folder of this test's own, beside which the tool may lie. */
    @BeforeEach
    void makePc() throws IOException {
        program = folder.resolve("hwhash");
        Path built = WineBed.agentJar().getParent();
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.toList()) {
                Files.copy(file, program.resolve(built.relativize(file).toString()));
            }
        }
        pc = new Oa3Pc(folder).reports(HASH);
    }

    @Test
    void withoutWmiTheToolBesideHwhashGivesAll() throws IOException {
        pc.wmi().scenario("create", NO_WMI);
        Oa3Pc.tool(program.resolve("oa3tool.exe"));

        WindowsRun run = inWindowsPe("collect", "--format", "json");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout())
                .contains(
                        "\"source\":\"oa3tool-winpe\"", "\"serialNumber\":\"HWHASH-0001\"", "\"Contoso\"", "\"Book 3\"")
                .contains(HASH);
        assertThat(run.stderr())
                .contains("warning hash-from-winpe:", "Wi-Fi", "PCPKsp.dll", "warning serial-from-hash:");
        assertThat(pc.left()).isEmpty();
    }

    @Test
    void withWmiTheNamesAreItsOwn() throws IOException {
        pc.wmi().scenario("Win32_BIOS.SerialNumber", "HWHASH-0001");
        Oa3Pc.tool(program.resolve("oa3tool").resolve("oa3tool.exe"));

        WindowsRun run = inWindowsPe("collect");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("HWHASH-0001,," + HASH);
        assertThat(run.stderr()).contains("warning hash-from-winpe:").doesNotContain("serial-from-hash");
    }

    @Test
    void withoutTheToolItSaysWhatToFetchFromWhere() {
        for (String connect : List.of("create", "connect")) {
            pc.wmi().scenario(connect, NO_WMI);

            WindowsRun run = inWindowsPe("collect");

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
            assertThat(run.stderr())
                    .contains("error hash-missing:", "this is Windows PE", "Windows ADK", "--oa3tool")
                    .contains("there is no " + WindowsPc.windowsPath(program) + "\\oa3tool.exe, ")
                    .contains("C:\\Program Files (x86)\\Windows Kits\\10\\", "\\amd64\\Licensing\\OA30\\oa3tool.exe");
        }
    }

    @Test
    void withoutWmiIdentifiersComeFromTheToolToo() throws IOException {
        pc.wmi().scenario("create", NO_WMI);
        Oa3Pc.tool(program.resolve("oa3tool.exe"));

        WindowsRun run = inWindowsPe("collect", "--format", "corporate-identifiers");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).isEqualTo("Contoso,Book 3,HWHASH-0001\r\n");
    }

    @Test
    void withWmiIdentifiersNeedNoTool() throws IOException {
        Oa3Pc.tool(program.resolve("oa3tool.exe"));
        pc.wmi().scenario("Win32_BIOS.SerialNumber", "HWHASH-0001");
        pc.wmi().scenario("Win32_ComputerSystem.Manufacturer", "Contoso");
        pc.wmi().scenario("Win32_ComputerSystem.Model", "Book 3");

        WindowsRun run = inWindowsPe("collect", "--format", "corporate-identifiers");

        assertThat(run.stdout()).as(run.toString()).isEqualTo("Contoso,Book 3,HWHASH-0001\r\n");
        assertThat(pc.runs()).isZero();
    }

    @Test
    void aToolThatFailsWithoutWmiIsTheOneError() throws IOException {
        pc.wmi().scenario("create", NO_WMI);
        pc.does("exit 5");
        Oa3Pc.tool(program.resolve("oa3tool.exe"));

        WindowsRun run = inWindowsPe("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(13);
        assertThat(run.stderr().lines().filter(line -> line.startsWith("hwhash: error ")))
                .singleElement()
                .asString()
                .contains("oa3tool-failed", "exit code 5");
    }

    @Test
    void outsideWindowsPeTheToolBesideHwhashIsLeftAlone() throws IOException {
        Oa3Pc.tool(program.resolve("oa3tool.exe"));

        WindowsRun run = run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(pc.runs()).isZero();
    }

    @Test
    void outsideWindowsPeTheToolThatIsConfiguredIsAsked() throws IOException {
        Oa3Pc.tool(folder.resolve("tools").resolve("oa3tool.exe"));
        Files.writeString(program.resolve("hwhash.conf"), "oa3tool = ..\\tools\\oa3tool.exe\n");

        WindowsRun run = run("collect", "--format", "json");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stdout()).contains("\"source\":\"oa3tool\"");
    }

    @Test
    void theOutboxHasToBeNamed() throws IOException {
        Files.writeString(folder.resolve("one.txt"), HASH);

        WindowsRun run = inWindowsPe("upload", "one.txt", "--to", "http://127.0.0.1:9");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(10);
        assertThat(run.stderr()).contains("error outbox-unknown: this is Windows PE");
    }

    /** The registry is shared, so the key is there for one run at a time. */
    private WindowsRun inWindowsPe(String... arguments) {
        WindowsPc.setRegistry(MINI_NT, "present", "1");
        try {
            return run(arguments);
        } finally {
            WindowsPc.deleteRegistry(MINI_NT);
        }
    }

    private WindowsRun run(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(pc.temporaryFiles(), "-jar", WindowsPc.windowsPath(program.resolve("hwhash.jar"))));
        command.addAll(List.of(arguments));
        return pc.wmi().runProgram(WineBed.java(), command.toArray(String[]::new));
    }
}

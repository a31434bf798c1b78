// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a Windows has no hash, as its registry tells. */
@RequiresWine
class WindowsKindIT {

    private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final String WINES_BUILD = "7601";
    private static final String MINI_NT = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\MiniNT";
    private static final String AUTOPILOT = "HKLM\\SOFTWARE\\Microsoft\\Provisioning\\Diagnostics\\AutoPilot";

    @TempDir
    Path folder;

    private final List<Runnable> undo = new ArrayList<>();

    @AfterEach
    void leaveTheRegistryAsItWas() {
        undo.forEach(Runnable::run);
    }

    @Test
    void namesWinPe() {
        WindowsPc.setRegistry(MINI_NT, "present", "1");
        undo.add(() -> WindowsPc.deleteRegistry(MINI_NT));

        WindowsRun run = new WindowsPc(folder).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("Windows PE").contains("oa3tool");
    }

    @Test
    void namesWindowsServer() {
        version("InstallationType", "Server");

        WindowsRun run = new WindowsPc(folder).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("Windows Server");
    }

    @Test
    void namesABuildThatIsTooOld() {
        WindowsRun run = new WindowsPc(folder).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains(WINES_BUILD).contains("15063");
    }

    @Test
    void namesTheHomeEdition() {
        version("EditionID", "Core");
        version("CurrentBuildNumber", "22631", WINES_BUILD);
        version("CurrentBuild", "22631", WINES_BUILD);

        WindowsRun run = new WindowsPc(folder).run("collect");

        assertThat(run.exitCode()).as(run.toString()).isEqualTo(12);
        assertThat(run.stderr()).contains("Home");
    }

    @Test
    void tellsThatThePcIsRegisteredAlready() {
        WindowsPc.setRegistry(AUTOPILOT, "CloudAssignedTenantDomain", "contoso.example");
        undo.add(() -> WindowsPc.deleteRegistry(AUTOPILOT));

        WindowsRun run = new WindowsPc(folder).run("collect", "--format", "corporate-identifiers");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.stderr()).contains("note already-registered:").contains("contoso.example");
    }

    /** Sets a value that Wine's registry has not. */
    private void version(String name, String value) {
        WindowsPc.setRegistry(VERSION, name, value);
        undo.add(() -> WindowsPc.deleteRegistryValue(VERSION, name));
    }

    /** Sets a value that Wine's registry has, for the time of the test. */
    private void version(String name, String value, String wines) {
        WindowsPc.setRegistry(VERSION, name, value);
        undo.add(() -> WindowsPc.setRegistry(VERSION, name, wines));
    }
}

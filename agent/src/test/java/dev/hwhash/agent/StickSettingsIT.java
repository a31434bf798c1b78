// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stick is set to do, and that hwhash reads it so. */
class StickSettingsIT {

    private static final String SERVICE = "https://hashes.example.org:8443/prefix";
    private static final String TOKEN = "HWT-0123456789abcdef";

    @TempDir
    private Path folder = Path.of("");

    private Path stick = Path.of("");
    private PortableCopy portable = new PortableCopy(Path.of(""));

    @BeforeEach
    void makePortableFolderAndStick() throws IOException {
        stick = Files.createDirectory(folder.resolve("E"));
        portable = PortableCopy.in(folder.resolve("portable"));
        Files.writeString(
                folder.resolve("my.secret"), "# of the lab\nservice = " + SERVICE + "\ntoken = " + TOKEN + "\n");
    }

    @Test
    void programOnTheStickReadsServiceTagAndToken() throws IOException {
        portable.prepare(stick, "--group-tag", "B\u00FCro \\ 1", "--secret-file", "my.secret");

        assertThat(settings())
                .containsExactly("service = " + SERVICE, "group-tag = B\u00FCro \\ 1", "secret-file = service.token");
        assertThat(Files.readAllLines(stick.resolve("hwhash/service.token")))
                .containsExactly("service = " + SERVICE, "token = " + TOKEN);
        HwhashRun status = Hwhash.in(folder)
                .from(stick.resolve("hwhash"))
                .run("status", "--outbox", folder.resolve("outbox").toString())
                .exits(0);
        assertThat(status.stdoutBytes()).isNotEmpty();
        assertThat(Files.readString(stick.resolve("manifest.sha256"))).contains("  hwhash/service.token\n");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "permissions of POSIX")
    void tokenIsForThisAccountAlone() throws IOException {
        portable.prepare(stick, "--secret-file", "my.secret");

        assertThat(Files.getPosixFilePermissions(stick.resolve("hwhash/service.token")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void settingsAreThoseOfTheLastCommandLineAndWhatIsGoneIsNamed() throws IOException {
        portable.prepare(stick, "--group-tag", "Kiosk", "--secret-file", "my.secret");

        HwhashRun run = portable.stick("prepare", stick.toString(), "--service", SERVICE)
                .exits(0);

        assertThat(run.only("warning", "settings-dropped")).contains(" had secret-file, group-tag = Kiosk; ");
        assertThat(settings()).containsExactly("service = " + SERVICE);
        assertThat(stick.resolve("hwhash/service.token")).doesNotExist();
        assertThat(run.count("warning")).isLessThanOrEqualTo(2);
        portable.check(stick, run.stdoutBytes().strip()).exits(0);
    }

    @Test
    void settingsOfSomebodyElseAreNamedAndReplaced() throws IOException {
        Path settings = Files.createDirectory(stick.resolve("hwhash")).resolve("hwhash.conf");
        Files.writeString(settings, "proxy = http://proxy:1\nservice = " + SERVICE + "\ntoken = " + TOKEN + "\n");

        HwhashRun run = portable.stick("prepare", stick.toString()).exits(0);

        assertThat(run.only("warning", "settings-dropped")).contains(" had service = " + SERVICE + ", token, proxy; ");
        assertThat(settings()).isEmpty();
        Files.writeString(settings, "no settings");
        assertThat(portable.stick("prepare", stick.toString()).exits(0).only("warning", "settings-dropped"))
                .contains("is not known and is replaced");
        assertThat(settings()).isEmpty();
    }

    @Test
    void secretOfAnotherServiceIsRefused() {
        HwhashRun run = portable.stick(
                        "prepare",
                        stick.toString(),
                        "--secret-file",
                        "my.secret",
                        "--service",
                        "https://other.example.org")
                .exits(10);

        assertThat(run.only("error", "option-value")).contains("is for " + SERVICE, "https://other.example.org:443");
        assertThat(stick).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://hashes.example.org", "intune", "https://user:HWT-x@example.org", "ftp://x"})
    void whatIsNoServiceIsRefused(String service) {
        portable.stick("prepare", stick.toString(), "--service", service)
                .exits(10)
                .only("error", "option-value");
        assertThat(stick).isEmptyDirectory();
    }

    @Test
    void secretFileWithoutATokenIsRefused() throws IOException {
        Files.writeString(folder.resolve("my.secret"), "service = " + SERVICE + "\n");

        assertThat(portable.stick("prepare", stick.toString(), "--secret-file", "my.secret")
                        .exits(10)
                        .only("error", "configuration-refused"))
                .contains("my.secret has no token");
        assertThat(stick).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "two\nlines", "a,b", "a\"b", "#1"})
    void groupTagThatNoRowOrListCanHoldIsRefused(String tag) {
        portable.stick("prepare", stick.toString(), "--group-tag", tag)
                .exits(10)
                .only("error", "option-value");
        assertThat(stick).isEmptyDirectory();
    }

    @Test
    void groupTagThatIsNearlyOneOfManagedDesktopIsWarnedOf() {
        HwhashRun run = portable.stick("prepare", stick.toString(), "--group-tag", "microsoft365managed_autopilot")
                .exits(0);

        assertThat(run.only("warning", "group-tag-misspelt")).contains("Microsoft365Managed_Autopilot");
    }

    @Test
    void newListOfTagsHasTheTagAndOneThatIsThereStays() throws IOException {
        portable.prepare(stick, "--group-tag", "Kiosk");
        assertThat(Files.readAllLines(stick.resolve("tags.txt"))).containsExactly("# one tag a line", "Kiosk");

        HwhashRun run = portable.stick("prepare", stick.toString(), "--group-tag", "Lab")
                .exits(0);

        assertThat(run.only("warning", "tag-not-listed")).contains("does not list the group tag Lab");
        assertThat(Files.readAllLines(stick.resolve("tags.txt"))).containsExactly("# one tag a line", "Kiosk");
    }

    private List<String> settings() throws IOException {
        return Files.readAllLines(stick.resolve("hwhash/hwhash.conf")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is configured is a default of the command line. */
class ConfigurationIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeCapture() throws IOException {
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
    }

    @Test
    void configuredTagIsADefault() throws IOException {
        configure("group-tag = Kiosk");

        assertThat(collect().exits(0).stdoutBytes()).contains("Group Tag").contains(",Kiosk\r\n");
        assertThat(collect("--group-tag", "Desk").exits(0).stdoutBytes()).contains(",Desk\r\n");
        assertThat(collect("--format", "partner-center").exits(0).stdoutBytes()).doesNotContain("Kiosk");
    }

    @Test
    void environmentComesBeforeTheFile() throws IOException {
        configure("group-tag = Kiosk");

        HwhashRun run = Hwhash.in(folder)
                .with("HWHASH_GROUP_TAG", "Lab")
                .run("collect", "--from", "one.txt", "--config", "my.conf");

        assertThat(run.exits(0).stdoutBytes()).contains(",Lab\r\n");
    }

    @Test
    void logFileStartsFromTheFolderOfItsFile() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        Files.writeString(stick.resolve("my.conf"), "log-file = x.log");

        Hwhash.in(folder)
                .run("collect", "--from", "one.txt", "--verbose", "--config", "stick/my.conf")
                .exits(0);

        assertThat(stick.resolve("x.log")).content().contains("device-read");
    }

    @Test
    void deadlineCanBeConfigured() throws IOException {
        configure("timeout = 0");

        assertThat(collect().exits(10).only("error", "option-value"))
                .contains("--timeout takes a number of seconds from 1, not 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    groop-tag = Kiosk > my.conf:1: the key "groop-tag" is unknown; the keys are
                    timeout = soon > my.conf:1: timeout takes a number of seconds, not soon
                    HWT-secret > my.conf:1: there is no = in this line
                    """)
    void fileThatIsNoneEndsTheRun(String line, String words) throws IOException {
        configure(line);

        assertThat(collect().exits(10).only("error", "configuration-refused")).contains(words);
    }

    @Test
    void namedFileMustBeThere() {
        assertThat(collect().exits(10).only("error", "configuration-refused"))
                .contains("my.conf: there is no such file");
    }

    @ParameterizedTest
    @CsvSource({"--token,HWT-secret", "--token=HWT-secret,x", "-Token,HWT-secret", "-Token:HWT-secret,x"})
    void tokenOnTheCommandLineIsRefusedAndNotRepeated(String option, String next) {
        HwhashRun run = Hwhash.in(folder).run("collect", "--from", "one.txt", option, next);

        assertThat(run.exits(10).stderr())
                .contains("a secret never goes on a command line", "secret-file")
                .doesNotContain("HWT-secret");
    }

    private HwhashRun collect(String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"collect", "--from", "one.txt", "--config", "my.conf"}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Hwhash.in(folder).run(all);
    }

    private void configure(String text) throws IOException {
        Files.writeString(folder.resolve("my.conf"), text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.RecordedMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that others can write do not tell an elevated process what to do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, WritersTest shows what is judged; rights are set by hand")
class FileTrustTest {

    @TempDir
    private Path folder;

    private Path conf;

    @BeforeEach
    void writeFile() throws IOException {
        conf = Files.writeString(folder.resolve("hwhash.conf"), "group-tag = Kiosk\nsecret-file = my.secret");
    }

    @Test
    void fileThatOthersCanWriteIsIgnoredAndSaidSo() throws IOException, ProblemException {
        allow(conf, "rw-rw-rw-");

        Configuration configuration = read(true);

        assertThat(configuration.setting(Key.GROUP_TAG)).isEmpty();
        assertThat(configuration.ignored())
                .singleElement()
                .extracting(Problem::id)
                .isEqualTo("configuration-ignored");
    }

    @Test
    void fileInAFolderThatOthersCanWriteIsIgnored() throws IOException, ProblemException {
        allow(folder, "rwxrwxrwx");

        assertThat(read(true).setting(Key.GROUP_TAG)).isEmpty();
        assertThat(read(true).ignored()).hasSize(1);
    }

    @Test
    void processOfAUserReadsIt() throws IOException, ProblemException {
        allow(conf, "rw-rw-rw-");

        assertThat(read(false).setting(Key.GROUP_TAG)).isPresent();
        assertThat(read(false).ignored()).isEmpty();
    }

    @Test
    void secretThatOthersCanWriteIsIgnoredAndSaidSo() throws IOException, ProblemException {
        Path secret = Files.writeString(folder.resolve("my.secret"), "service = https://a.example\ntoken = HWT-1");
        allow(secret, "rw-rw-rw-");
        RecordedMessages said = new RecordedMessages();

        assertThat(read(true).credentials(Optional.of(secret), said.messages())).isEmpty();
        assertThat(said.text())
                .contains("warning configuration-ignored: " + secret)
                .doesNotContain("HWT-");
        assertThat(read(false).credentials(Optional.of(secret), said.messages()))
                .isPresent();
    }

    private Configuration read(boolean elevated) throws ProblemException {
        return new ConfigurationReader(name -> Optional.empty(), folder, false, elevated).read(Optional.empty());
    }

    private static void allow(Path path, String rights) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.login.Directory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hwhash login keeps on Windows, sealed by its Data Protection API. */
@RequiresWine
class SealedLoginIT {

    private static final String SERIAL = "HWHASH-0001";

    @TempDir
    private Path folder;

    @Test
    void secretIsSealedAndOpensAgainUntilItIsDamaged() throws IOException {
        // Wine's administrator trusts a folder that others cannot write.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (FakeMicrosoft microsoft = FakeMicrosoft.start(Behaviour.DEFAULT)) {
            Files.writeString(
                    folder.resolve("app"),
                    "tenant = " + Directory.TENANT + "\nclient-id = " + Directory.CLIENT_ID + "\nclient-secret = "
                            + Directory.CLIENT_SECRET);
            Files.writeString(
                    folder.resolve("devices.csv"),
                    "Device Serial Number,Windows Product ID,Hardware Hash\r\n" + SERIAL + ",,"
                            + SyntheticHash.of(SERIAL).text() + "\r\n");

            WindowsRun login = run(microsoft, "login", "--secret-file", "app");
            assertThat(login.exitCode()).as(login.toString()).isZero();
            Path stored = WineBed.unixPath(keptIn(login));
            assertThat(new String(Files.readAllBytes(stored), StandardCharsets.ISO_8859_1))
                    .doesNotContain(Directory.CLIENT_SECRET, Directory.CLIENT_ID);

            WindowsRun upload = run(microsoft, "upload", "--to", "intune", "--outbox", "outbox", "devices.csv");
            assertThat(upload.exitCode()).as(upload.toString()).isZero();

            byte[] damaged = Files.readAllBytes(stored);
            damaged[damaged.length / 2] ^= 1;
            Files.write(stored, damaged);
            WindowsRun refused = run(microsoft, "upload", "--to", "intune", "--outbox", "outbox", "devices.csv");
            assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(31);
            assertThat(refused.stderr()).contains("error sign-in-unreadable:", "does not open", "hwhash login");

            WindowsRun logout = run(microsoft, "logout");
            assertThat(logout.stderr()).contains("note signed-out:");
            assertThat(stored).doesNotExist();
        }
    }

    /** Wine sets LOCALAPPDATA by itself, as Windows does. */
    private static String keptIn(WindowsRun login) {
        String words = login.stderr();
        int from = words.indexOf("kept for this user in ") + "kept for this user in ".length();
        return words.substring(from, words.indexOf(';', from));
    }

    private WindowsRun run(FakeMicrosoft microsoft, String... words) {
        return new WindowsPc(folder)
                .workingFolder(folder)
                .environment("HWHASH_LOGIN_ENDPOINT", microsoft.login().toString())
                .environment("HWHASH_GRAPH_ENDPOINT", microsoft.graph().toString())
                .run(words);
    }
}

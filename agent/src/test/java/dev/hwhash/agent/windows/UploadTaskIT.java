// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ServiceDouble;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending as an elevated process of Windows: its task, and whom it trusts. */
@RequiresWine
class UploadTaskIT {

    @TempDir
    private Path folder;

    @Test
    void taskIsThereWhileSomethingWaitsAndGoesWithTheLastReport() throws IOException {
        try (ServiceDouble service = prepared()) {
            service.refusing(401, "token-refused");
            WindowsRun down = upload("one.txt", "--schedule");
            assertThat(down.exitCode()).as(down.toString()).isEqualTo(31);
            assertThat(down.stderr()).contains("note task-registered: the task \\hwhash\\upload");

            service.answering(ServiceDouble::receipt);
            WindowsRun up = upload("--schedule");
            assertThat(up.exitCode()).as(up.toString()).isZero();
            assertThat(up.stderr()).contains("note report-delivered:", "note task-removed:");
        }
    }

    @Test
    void secretThatEverybodyCanWriteIsIgnored() throws IOException {
        try (ServiceDouble service = prepared()) {
            Files.setPosixFilePermissions(folder.resolve("my.secret"), PosixFilePermissions.fromString("rw-rw-rw-"));

            WindowsRun run = upload("one.txt", "--to", service.url());

            assertThat(run.exitCode()).as(run.toString()).isEqualTo(31);
            assertThat(run.stderr()).contains("warning configuration-ignored:", "can be changed by");
            assertThat(service.seen()).isEmpty();
        }
    }

    private ServiceDouble prepared() throws IOException {
        ServiceDouble service = ServiceDouble.start();
        Files.writeString(folder.resolve("my.secret"), "service = " + service.url() + "\ntoken = HWT-0123456789\n");
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        return service;
    }

    private WindowsRun upload(String... more) {
        String[] words = new String[5 + more.length];
        String outbox = WindowsPc.windowsPath(folder.resolve("outbox"));
        String secret = WindowsPc.windowsPath(folder.resolve("my.secret"));
        System.arraycopy(new String[] {"upload", "--outbox", outbox, "--secret-file", secret}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return new WindowsPc(folder).workingFolder(folder).run(words);
    }
}

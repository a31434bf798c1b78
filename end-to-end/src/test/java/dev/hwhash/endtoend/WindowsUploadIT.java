// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.windows.RequiresWine;
import dev.hwhash.agent.windows.WindowsPc;
import dev.hwhash.agent.windows.WindowsRun;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Windows PC reads itself through WMI and reports to the service over TLS. */
@RequiresWine
class WindowsUploadIT {

    @TempDir
    Path folder;

    @Test
    void windowsPcReportsItselfOverTls() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (Service service = Service.start(folder.resolve("data"), 0, certificates.serviceOptions())) {
            URI url = URI.create("https://localhost:" + service.port());
            WindowsPc pc = new WindowsPc(folder)
                    .scenario("Win32_BIOS.SerialNumber", Fleet.serial(1))
                    .scenario("Win32_ComputerSystem.Manufacturer", "Contoso")
                    .scenario("Win32_ComputerSystem.Model", "Book 3")
                    .hash(Fleet.hash(1));

            WindowsRun run = pc.run(
                    "collect",
                    "--upload",
                    url.toString(),
                    "--secret-file",
                    WindowsPc.windowsPath(service.enrolmentAt(url)),
                    "--ca-file",
                    WindowsPc.windowsPath(certificates.authorityFile()),
                    "--outbox",
                    WindowsPc.windowsPath(folder.resolve("outbox")));

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.releasedEverything()).as(run.toString()).isTrue();
            assertThat(Fleet.rows(service.exported(certificates.trusting()))).isEqualTo(Fleet.expected(1, 1));
            assertThat(Fleet.waiting(folder.resolve("outbox"))).isEmpty();
        }
    }
}

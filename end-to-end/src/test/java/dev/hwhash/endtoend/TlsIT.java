// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Hwhash;
import dev.hwhash.agent.HwhashRun;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with a certificate of its own, as a company runs it. */
class TlsIT {

    @TempDir
    Path folder;

    @Test
    void reportsGoOverTlsToAServiceWhoseAuthorityIsNamed() throws Exception {
        Certificates certificates = new Certificates(folder);
        try (Service service = Service.start(folder.resolve("data"), 0, certificates.serviceOptions())) {
            Fleet.csv(folder.resolve("pcs.csv"), 1, 3);
            Path enrolment = service.enrolmentAt(URI.create("https://localhost:" + service.port()));

            HwhashRun stranger = upload(enrolment, "pcs.csv", "--timeout", "10");
            HwhashRun run =
                    upload(enrolment, "--ca-file", certificates.authorityFile().toString());

            stranger.exits(30);
            assertThat(stranger.stderr()).contains("hwhash test authority").contains("--ca-file");
            run.exits(0);
            assertThat(Fleet.rows(service.exported(certificates.trusting()))).isEqualTo(Fleet.expected(1, 3));
        }
    }

    private HwhashRun upload(Path enrolment, String... more) {
        String[] fixed = {"upload", "--secret-file", enrolment.toString(), "--outbox", "outbox"};
        String[] arguments = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        assertThat(Files.exists(enrolment)).isTrue();
        return Hwhash.in(folder).run(arguments);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Hwhash;
import dev.hwhash.agent.HwhashRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet is collected: what goes up comes down. */
class FleetIT {

    @TempDir
    Path folder;

    @Test
    void fileAndCaptureGoUpAndComeDownTheSame() throws Exception {
        try (Service service = Service.start(folder.resolve("data"))) {
            Fleet.csv(folder.resolve("pcs.csv"), 1, 3);
            Files.writeString(
                    folder.resolve("OA3.xml"), "<Key><HardwareHash>" + Fleet.hash(4) + "</HardwareHash></Key>");

            HwhashRun file = upload(service, "pcs.csv");
            HwhashRun capture = Hwhash.in(folder)
                    .run(
                            "collect",
                            "--from",
                            "OA3.xml",
                            "--upload",
                            service.url().toString(),
                            "--secret-file",
                            service.enrolment().toString(),
                            "--outbox",
                            "outbox");

            file.exits(0);
            capture.exits(0);
            assertThat(capture.stdout()).isEmpty();
            assertThat(Fleet.rows(service.exported())).isEqualTo(Fleet.expected(1, 4));
            assertThat(Fleet.waiting(folder.resolve("outbox"))).isEmpty();
            assertThat(service.stop()).isZero();
        }
    }

    @Test
    void sameFileAgainMakesNoSecondDevice() throws Exception {
        try (Service service = Service.start(folder.resolve("data"))) {
            Fleet.csv(folder.resolve("pcs.csv"), 1, 3);

            upload(service, "pcs.csv").exits(0);
            upload(service, "pcs.csv").exits(0);

            assertThat(Fleet.rows(service.exported())).isEqualTo(Fleet.expected(1, 3));
        }
    }

    @Test
    void whatIsCollectedWhileTheServiceIsAwayArrivesWhenItIsBack() throws Exception {
        Fleet.csv(folder.resolve("pcs.csv"), 1, 3);
        Service service = Service.start(folder.resolve("data"));
        int port = service.port();
        assertThat(service.stop()).isZero();

        upload(service, "pcs.csv", "--timeout", "5").exits(30);
        assertThat(Fleet.waiting(folder.resolve("outbox"))).hasSize(3);

        try (Service again = Service.start(folder.resolve("data"), port)) {
            HwhashRun drained = upload(again);
            drained.exits(0);
            assertThat(Fleet.rows(again.exported())).isEqualTo(Fleet.expected(1, 3));
            assertThat(Fleet.waiting(folder.resolve("outbox"))).isEmpty();
        }
    }

    @Test
    void neitherLogHoldsAHashOrAToken() throws Exception {
        try (Service service = Service.start(folder.resolve("data"))) {
            Fleet.csv(folder.resolve("pcs.csv"), 1, 3);

            HwhashRun run = upload(service, "pcs.csv", "--verbose", "--log-file", "agent.log");

            run.exits(0);
            service.stop();
            String token = Files.readString(service.enrolment()).replaceAll("(?s).*token = (\\S+).*", "$1");
            assertThat(token).hasSizeGreaterThan(20).doesNotContain(" ");
            for (String words :
                    new String[] {run.stderr(), Files.readString(folder.resolve("agent.log")), service.log()}) {
                assertThat(words).doesNotContain(token);
                assertThat(words).doesNotContain(Fleet.hash(1).substring(0, 40));
            }
        }
    }

    private HwhashRun upload(Service service, String... more) throws IOException {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {"upload", "--secret-file", service.enrolment().toString(), "--outbox", "outbox"},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Hwhash.in(folder).run(arguments);
    }
}

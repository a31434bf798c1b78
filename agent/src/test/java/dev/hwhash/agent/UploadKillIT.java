// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies between the first byte and the receipt loses no report. */
class UploadKillIT {

    private static final int WANTED = FaultCount.of(5, 100);

    @Test
    void killBeforeTheReceiptLeavesTheReportForTheNextRun(@TempDir Path folder) throws Exception {
        int kills = 0;
        int delivered = 0;
        for (int i = 0; i < WANTED; i++) {
            Path own = Files.createDirectory(folder.resolve("run" + i));
            try (ServiceDouble service = ServiceDouble.start()) {
                String id = killedWhileWaiting(own, service);
                kills++;
                service.answering(ServiceDouble::receipt);
                Hwhash.in(own)
                        .run("upload", "--outbox", "outbox", "--secret-file", "my.secret")
                        .exits(0);
                List<ServiceDouble.Seen> seen = service.seen();
                delivered += seen.size() == 2 && seen.get(1).id().equals(id) ? 1 : 0;
                assertThat(seen.get(1).body()).isEqualTo(seen.get(0).body());
                assertThat(reports(own)).isZero();
            }
        }
        System.out.println("upload kill test: " + kills + " kills between first byte and receipt, " + delivered
                + " delivered by the next run under the same id");
        assertThat(delivered).isEqualTo(WANTED).isEqualTo(kills);
    }

    /** Kills as soon as the service has the report and before it answers; returns the report's id. */
    private static String killedWhileWaiting(Path folder, ServiceDouble service) throws Exception {
        Files.writeString(folder.resolve("my.secret"), "service = " + service.url() + "\ntoken = HWT-0123456789\n");
        Files.writeString(
                folder.resolve("one.txt"), SyntheticHash.of("HWHASH-0001").text());
        BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        service.answering(seen -> {
            arrived.add(seen.id());
            return new mockwebserver3.MockResponse.Builder()
                    .code(503)
                    .headersDelay(20, TimeUnit.SECONDS)
                    .build();
        });
        HwhashProcess started =
                Hwhash.in(folder).start("upload", "one.txt", "--outbox", "outbox", "--secret-file", "my.secret");
        String id = arrived.poll(30, TimeUnit.SECONDS);
        assertThat(started.kill()).as("killed before it ended").isTrue();
        assertThat(id).as("the service was reached").isNotNull();
        assertThat(reports(folder)).isEqualTo(1);
        return String.valueOf(id);
    }

    private static long reports(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
            return files.filter(file -> file.toString().endsWith(".report")).count();
        }
    }
}

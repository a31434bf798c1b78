// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.ServiceProcess.Answer;
import dev.hwhash.service.store.EmbeddedOnly;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes no more, by a limit on the size of the service's files. */
@EmbeddedOnly("RefusingIT")
class DiskFullIT {

    private static final String BLOCKS_OF_512 = "ulimit -f 2500";

    @TempDir
    Path folder;

    @Test
    void aFullDiskRefusesAndKeepsWhatIsAcknowledged() {
        Path data = folder.resolve("data");
        Map<UUID, byte[]> acknowledged = new HashMap<>();
        UUID refused = UUID.randomUUID();
        byte[] refusedBody = Bodies.report("HWHASH-9999");
        try (ServiceProcess service = ServiceProcess.startLimited(data, BLOCKS_OF_512)) {
            Answer answer = fill(service, acknowledged);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("storage-full");
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            assertThat(answer.json().path("retryable").asBoolean()).isTrue();
            assertThat(service.put(refused, refusedBody).code()).isEqualTo("storage-full");
            assertThat(service.get("/health/live").status()).isEqualTo(200);
            assertThat(service.get("/health/ready").status()).isEqualTo(503);
            acknowledged.forEach((id, body) -> assertThat(service.put(id, body).status())
                    .as("known without a write")
                    .isIn(200, 503));
        }
        try (ServiceProcess service = ServiceProcess.start(data)) {
            acknowledged.forEach(
                    (id, body) -> assertThat(service.put(id, body).status()).isEqualTo(200));
            assertThat(service.put(refused, refusedBody).status()).isEqualTo(201);
            assertThat(service.get("/health/ready").status()).isEqualTo(200);
            System.out.println("disk full after " + acknowledged.size() + " reports, all there afterwards");
        }
    }

    private static Answer fill(ServiceProcess service, Map<UUID, byte[]> acknowledged) {
        for (int i = 0; i < 2_000; i++) {
            UUID id = UUID.randomUUID();
            byte[] body = Bodies.report("HWHASH-" + i);
            Answer answer = service.put(id, body);
            if (answer.status() != 201) {
                return answer;
            }
            acknowledged.put(id, body);
        }
        throw new AssertionError("the disk did not fill");
    }
}

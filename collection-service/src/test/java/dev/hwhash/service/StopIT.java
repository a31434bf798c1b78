// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the service ends under load: every report that was acknowledged is there, once. */
class StopIT {

    @TempDir
    Path folder;

    @Test
    void aKillUnderLoadLosesNothingAcknowledged() throws InterruptedException, SQLException {
        int kills = FaultCount.of(2, 20);
        Path data = folder.resolve("data");
        Map<UUID, byte[]> acknowledged = new HashMap<>();
        Map<UUID, byte[]> sent = new HashMap<>();
        for (int i = 0; i < kills; i++) {
            ServiceProcess service = ServiceProcess.start(data);
            Load load = Load.on(service);
            try (service) {
                load.await(50 + 37 * i % 200);
                service.kill();
            } finally {
                load.end();
            }
            acknowledged.putAll(load.acknowledged());
            sent.putAll(load.sent());
        }
        try (ServiceProcess service = ServiceProcess.start(data)) {
            acknowledged.forEach(
                    (id, body) -> assertThat(service.put(id, body).status()).isEqualTo(200));
            // What nobody has a receipt for is still the sender's, who sends it again.
            int unknown = 0;
            for (Map.Entry<UUID, byte[]> report : sent.entrySet()) {
                if (!acknowledged.containsKey(report.getKey())) {
                    assertThat(service.put(report.getKey(), report.getValue()).status())
                            .isIn(200, 201);
                    unknown++;
                }
            }
            assertThat(service.stop()).isZero();
            assertThat(count(data, "SELECT count(*) FROM report")).isEqualTo(sent.size());
            assertThat(count(data, "SELECT count(*) FROM device"))
                    .isEqualTo(sent.values().stream()
                            .map(Arrays::hashCode)
                            .distinct()
                            .count());
            System.out.println(kills + " kills under load: " + acknowledged.size() + " reports acknowledged and there, "
                    + unknown + " others sent again");
        }
    }

    @Test
    void anOrderlyStopUnderLoadAnswersAllThatItStores() throws InterruptedException, SQLException {
        Path data = folder.resolve("data");
        ServiceProcess service = ServiceProcess.start(data);
        Load load = Load.on(service);
        try (service) {
            load.await(200);
            assertThat(service.stop()).isZero();
        } finally {
            load.end();
        }
        assertThat(count(data, "SELECT count(*) FROM report"))
                .as("answers %s", load.answers())
                .isEqualTo(load.acknowledged().size());
        assertThat(data.resolve("hwhash.db-wal")).doesNotExist();
        System.out.println("orderly stop under load: " + load.answers());
    }

    private static long count(Path data, String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(data.resolve("hwhash.db"));
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

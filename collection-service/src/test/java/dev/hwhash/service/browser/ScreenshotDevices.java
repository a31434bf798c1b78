// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.ServiceProcess;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A dozen devices of a company that does not exist, with the same names and times each time. */
final class ScreenshotDevices {

    private static final Instant FIRST = Instant.parse("2026-01-15T08:00:00Z");
    private static final List<String> TAGS = List.of("berlin", "berlin", "lab", "", "oslo");
    private static final List<String> MODELS = List.of("Book 3", "Book 3", "Desk 5", "Tablet 2");

    private ScreenshotDevices() {}

    /** Lets a service take their reports, then sets the times. */
    static void prepare(Path data) throws SQLException {
        try (ServiceProcess service = ServiceProcess.start(data)) {
            for (int i = 1; i <= 12; i++) {
                put(service, i);
            }
            service.stop();
        }
        try (Connection connection = TestDatabase.connect(data.resolve("hwhash.db"));
                Statement statement = connection.createStatement()) {
            String time = FIRST.toEpochMilli() + " + %s * 420000";
            statement.execute("UPDATE report SET received_at = " + time.formatted("id"));
            statement.execute("UPDATE device SET first_received_at = " + time.formatted("id") + ", last_received_at = "
                    + time.formatted("id"));
        }
    }

    private static void put(ServiceProcess service, int number) {
        String serial = "HWHASH-%04d".formatted(number);
        String model = MODELS.get(number % MODELS.size());
        String tag = TAGS.get(number % TAGS.size());
        Map<String, String> device = new LinkedHashMap<>();
        device.put("serialNumber", serial);
        device.put("hardwareHash", SyntheticHash.of(serial).model(model).text());
        device.put("manufacturer", "Contoso");
        device.put("model", model);
        if (!tag.isEmpty()) {
            device.put("groupTag", tag);
        }
        service.put(new UUID(0, number), Bodies.with(device));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.store.EmbeddedOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup of the service's own file, by the statement of docs/operations.md, beside the running service. */
@EmbeddedOnly("BackupIT")
class FileBackupIT {

    private static final Pattern STATEMENT = Pattern.compile("VACUUM INTO '([^']*)'");

    @TempDir
    Path folder;

    @Test
    void aCopyMadeUnderLoadHasAllThatWasAcknowledgedBeforeItBegan() throws Exception {
        Path data = folder.resolve("fleet");
        Path restored = Files.createDirectory(folder.resolve("restored"));
        Map<UUID, byte[]> before;
        try (ServiceProcess service = ServiceProcess.start(data)) {
            Load load = Load.on(service);
            load.await(FaultCount.of(300, 20_000));
            before = new HashMap<>(load.acknowledged());
            copy(data.resolve("hwhash.db"), restored.resolve("hwhash.db"));
            int after = load.acknowledged().size();
            load.await(after + 100);
            load.end();
            System.out.println("a copy under load: " + before.size() + " reports acknowledged before it, "
                    + (after - before.size()) + " while it ran, answers " + load.answers());
            assertThat(load.answers().keySet()).containsExactly("201");
        }
        Files.copy(data.resolve("enrolment.conf"), restored.resolve("enrolment.conf"));
        try (ServiceProcess service = ServiceProcess.start(restored)) {
            before.forEach(
                    (id, body) -> assertThat(service.put(id, body).status()).isEqualTo(200));
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        String block = Commands.of("## Back up and restore the file").get(0);
        Matcher statement = STATEMENT.matcher(block);
        assertThat(statement.find()).as(block).isTrue();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from);
                Statement sql = connection.createStatement()) {
            sql.execute(statement.group().replace(statement.group(1), to.toString()));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.PostgreSqlServer;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backups of docs/operations.md, made under load and restored: what was acknowledged before one began is in it. */
@InstalledPrograms
@ServerOnly("FileBackupIT")
class BackupIT {

    private static final PostgreSqlServer SERVER = TestDatabase.server();

    @TempDir
    Path folder;

    @AfterEach
    void dropRestored() throws Exception {
        commands("postgres").run("dropdb --if-exists --force restored", "");
    }

    @Test
    void aDumpUnderLoadHasAllThatWasAcknowledgedBeforeItBegan() throws Exception {
        List<String> blocks = Commands.of("## Back up and restore PostgreSQL");
        Path data = folder.resolve("data");
        Map<UUID, byte[]> before;
        try (ServiceProcess service = ServiceProcess.start(data)) {
            before = dumpedUnderLoad(service, blocks.get(0), TestDatabase.name(data.resolve("hwhash.db")));
        }
        commands("postgres").run(blocks.get(1), "");

        Path restored = folder.resolve("restored");
        try (ServiceProcess service = ServiceProcess.start(restored, "--database", SERVER.url("restored"))) {
            Files.copy(data.resolve("enrolment.conf"), restored.resolve("enrolment.conf"));
            before.forEach(
                    (id, body) -> assertThat(service.put(id, body).status()).isEqualTo(200));
            assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-9999"))
                            .status())
                    .isEqualTo(201);
        }
    }

    /** Runs the command when some reports are acknowledged, and returns those; others come in meanwhile and after it. */
    private Map<UUID, byte[]> dumpedUnderLoad(ServiceProcess service, String block, String database) throws Exception {
        Load load = Load.on(service);
        load.await(FaultCount.of(300, 20_000));
        Map<UUID, byte[]> before = new HashMap<>(load.acknowledged());
        commands(database).run(block, "");
        int after = load.acknowledged().size();
        load.await(after + 100);
        load.end();
        System.out.println("a dump under load: " + before.size() + " reports acknowledged before it, "
                + (after - before.size()) + " while it ran, answers " + load.answers());
        assertThat(load.answers().keySet()).containsExactly("201");
        return before;
    }

    private Commands commands(String database) {
        return new Commands(folder, SERVER, database);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.PostgreSqlServer;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md has an administrator do is done as it stands there, but at the port of the tests. */
@InstalledPrograms
@ServerOnly("one file")
class OperationsIT {

    private static final PostgreSqlServer SERVER = TestDatabase.server();
    private static final String PASSWORD = "synthetic-password";
    private static final String DROP = """
            dropdb --if-exists --force hwhash
            dropuser --if-exists hwhash_service
            dropuser --if-exists hwhash_replica
            """;

    @TempDir
    Path folder;

    @AfterEach
    void drop() throws Exception {
        commands("postgres").run(DROP, "");
    }

    @Test
    void aRoleADatabaseAndAReplicaAreSetUpAndAnotherReplicaByARoleThatOwnsNothing() throws Exception {
        List<String> blocks = Commands.of("## Set up PostgreSQL");
        commands("postgres").run(blocks.get(0), PASSWORD + "\n" + PASSWORD + "\n");
        Files.createSymbolicLink(
                folder.resolve("collection-service"), Path.of("").toAbsolutePath());
        Files.writeString(folder.resolve("database-password.txt"), PASSWORD + "\n");
        firstReplica(blocks.get(1));

        commands("hwhash").run(blocks.get(2), PASSWORD + "\n" + PASSWORD + "\n");
        commands("hwhash").run(blocks.get(3), "");
        try (ServiceProcess service = ServiceProcess.start(
                folder.resolve("second"),
                "--database",
                "postgresql://hwhash_replica@127.0.0.1:" + SERVER.port() + "/hwhash",
                "--database-password-file",
                folder.resolve("database-password.txt").toString())) {
            assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"), token())
                            .status())
                    .isEqualTo(201);
            assertThat(service.get("/health/ready").status()).isEqualTo(200);
        }
    }

    private void firstReplica(String block) throws Exception {
        assertThat(block).contains("127.0.0.1:5432/");
        String command =
                "exec " + block.strip().replace("127.0.0.1:5432/", "127.0.0.1:" + SERVER.port() + "/") + " --port 0";
        Path log = folder.resolve("first.log");
        Process replica = commands("hwhash").started(command, log);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!Files.readString(log).contains("\nready ") && System.nanoTime() < deadline) {
                assertThat(replica.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(50);
            }
            assertThat(Files.readString(log))
                    .contains("enrolment first/enrolment.conf", "password first/first-password.txt");
        } finally {
            replica.descendants().forEach(ProcessHandle::destroy);
            replica.destroy();
            replica.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private String token() {
        return ServiceProcess.token(folder.resolve("first").resolve("enrolment.conf"));
    }

    private Commands commands(String database) {
        return new Commands(folder, SERVER, database);
    }
}

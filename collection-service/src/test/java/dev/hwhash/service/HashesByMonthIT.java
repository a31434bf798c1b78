// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of hashes is cut by month as docs/operations.md says it, while the database is in use. */
@InstalledPrograms
@ServerOnly("one file")
class HashesByMonthIT {

    private static final String SECTION = "## More than 10 million devices";

    @TempDir
    Path folder;

    @Test
    void theTableOfHashesIsCutByMonthBesideARunningService() throws Exception {
        List<String> blocks = Commands.of(SECTION);
        try (ServiceProcess service = ServiceProcess.start(folder)) {
            Load load = Load.on(service);
            load.await(100);
            Commands commands = commands();
            commands.run(blocks.get(0), "");
            load.await(load.acknowledged().size() + 100);
            commands.run(blocks.get(1), "");
            load.await(load.acknowledged().size() + 100);
            commands.run(blocks.get(1).replace("%Y_%m)", "%Y_%m)_later"), "");
            load.await(load.acknowledged().size() + 100);
            load.end();
            System.out.println("the table of hashes cut under load: answers " + load.answers());
            assertThat(load.answers().keySet()).containsExactly("201");
            int lines = service.get("/v1/export?format=autopilot", "Authorization", "Bearer " + service.token("export"))
                    .text()
                    .split("\r\n")
                    .length;
            assertThat(lines).isEqualTo(1 + 50);
        }
    }

    @Test
    void whoReadsReportsAndThenWritesThemIsNotStoppedByTheCutNorTheCutByHim() throws Exception {
        Commands commands = commands();
        for (String block : Commands.of(SECTION)) {
            try (Connection user = TestDatabase.connect(folder.resolve("hwhash.db"));
                    Statement statement = user.createStatement()) {
                user.setAutoCommit(false);
                statement.execute("SELECT count(*) FROM report");
                Path log = folder.resolve("cut.log");
                Process cut = commands.started(block, log);
                LockWaits.await(user);
                statement.execute("DELETE FROM report WHERE false");
                user.commit();
                assertThat(cut.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(cut.exitValue()).as(Files.readString(log)).isZero();
            }
        }
    }

    private Commands commands() {
        return new Commands(folder, TestDatabase.server(), TestDatabase.name(folder.resolve("hwhash.db")));
    }
}

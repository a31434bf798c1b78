// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.audit.AuditEntry;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.EmbeddedOnly;
import dev.hwhash.service.store.SqlAudit;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of what is done, and that it stays. */
class AuditIT {

    @TempDir
    Path folder;

    @Test
    void tokensAndExportsAreWrittenWhoeverMakesThem() {
        Path data = folder.resolve("data");
        try (ServiceProcess service = ServiceProcess.start(data)) {
            Path file = folder.resolve("admin.conf");
            ServiceProcess.run("token", "create", "--data", data.toString(), "--kind", "admin", "-o", file.toString());
            String bearer = "Bearer " + ServiceProcess.token(file);
            byte[] wanted = Bodies.utf8("{\"kind\":\"export\"}");
            service.send(service.request("POST", "/v1/tokens", wanted, ServiceProcess.token(file)));
            service.send(service.request("DELETE", "/v1/tokens/3", new byte[0], ServiceProcess.token(file)));
            service.get("/v1/export?format=autopilot", "Authorization", bearer);
            service.get("/v1/export?format=autopilot");
            ServiceProcess.run("token", "revoke", "--data", data.toString(), "2");

            assertThat(entries(data))
                    .extracting(entry -> entry.actor() + ": " + entry.action() + " " + entry.detail())
                    .containsExactly(
                            "command: token-revoked token 2",
                            "token 2: devices-exported approved or pending devices, autopilot",
                            "token 2: token-revoked token 3",
                            "token 2: token-created token 3 for export",
                            "command: token-created token 2 for admin",
                            "service: account-created admin as admin",
                            "service: token-created token 1 for enrolment");
            assertThat(entries(data).get(1).address()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    @EmbeddedOnly("INSERT OR REPLACE")
    void noRowIsPutInAnothersPlace() {
        noStatementChangesWhatIsWritten("INSERT OR REPLACE INTO audit (id, at, actor, address, action, detail)"
                + " VALUES (1, 0, 'nobody', '', 'signed-in', '')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'nobody'",
                "DELETE FROM audit",
                "INSERT INTO audit (id, at, actor, address, action, detail) VALUES (1, 0, 'nobody', '', 'signed-in', '')"
                        + " ON CONFLICT (id) DO UPDATE SET actor = excluded.actor"
            })
    void noStatementChangesWhatIsWritten(String statement) {
        Path file = folder.resolve("hwhash.db");
        try (Database database = Database.open(TestDatabase.at(file))) {
            SqlAudit audit = new SqlAudit(database, Clock.systemUTC());
            audit.write(Actor.SERVICE, AuditAction.SETTING_CHANGED, "first");
            List<AuditEntry> before = audit.page(Long.MAX_VALUE, 10);

            assertThatThrownBy(() -> database.jdbi().useHandle(handle -> handle.execute(statement)))
                    .hasStackTraceContaining("audit log");

            assertThat(audit.page(Long.MAX_VALUE, 10)).isEqualTo(before).hasSize(1);
        }
    }

    private static List<AuditEntry> entries(Path data) {
        try (Database database = Database.open(TestDatabase.at(data.resolve("hwhash.db")))) {
            return new SqlAudit(database, Clock.systemUTC()).page(Long.MAX_VALUE, 100);
        }
    }
}

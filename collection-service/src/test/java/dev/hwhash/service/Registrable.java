// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Order;
import dev.hwhash.service.approval.Outcome;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlApprovals;
import dev.hwhash.service.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A service that registers with a fake on loopback, and what people do beside it. */
final class Registrable {

    private final Path folder;

    Registrable(Path folder) {
        this.folder = folder;
    }

    /** Starts the service; it registers with Intune. */
    ServiceProcess start(FakeMicrosoft fake) {
        return start(fake.graph(), fake.login());
    }

    ServiceProcess start(Endpoint graph, Endpoint login) {
        return ServiceProcess.start(
                data(),
                "--register-with",
                "intune",
                "--registration-file",
                file(lines(graph, login)).toString());
    }

    Path data() {
        return folder.resolve("data");
    }

    static String lines(Endpoint graph, Endpoint login) {
        return "# tenant and app\ntenant = " + Directory.TENANT + "\nclient-id = " + Directory.CLIENT_ID
                + "\nclient-secret = " + Directory.CLIENT_SECRET + "\ngraphEndpoint = " + graph + "\nloginEndpoint = "
                + login + "\n";
    }

    /** Writes a file that its owner alone may read. */
    Path file(String text) {
        Path file = folder.resolve("registration.conf");
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a report of a device. */
    static void report(ServiceProcess service, String serial) {
        String hash = SyntheticHash.of(serial)
                .time(Instant.parse("2026-01-15T10:00:00Z"))
                .text();
        byte[] body = Bodies.with(Map.of("serialNumber", serial, "hardwareHash", hash));
        int status = service.put(UUID.randomUUID(), body).status();
        if (status != 201) {
            throw new IllegalStateException("the report was answered by " + status);
        }
    }

    /** Approves a device beside the service, which may be dead. */
    void approve(long device, String tag) {
        try (Database database = Database.open(TestDatabase.at(data().resolve("hwhash.db")));
                ReadOnlyDatabase reading = ReadOnlyDatabase.open(TestDatabase.at(data().resolve("hwhash.db")))) {
            SqlApprovals approvals = new SqlApprovals(database, reading, Clock.systemUTC());
            ApprovalView view = approvals.view(device, Optional.empty()).orElseThrow();
            Outcome outcome = approvals.decide(
                    new Order(
                            device,
                            Verdict.APPROVED,
                            view.reportId(),
                            view.content(),
                            Assignment.of(tag, ""),
                            view.sight()),
                    Actor.COMMAND);
            if (!(outcome instanceof Outcome.Taken)) {
                throw new IllegalStateException("it was not approved: " + outcome);
            }
        }
    }

    /** Lets all that was registered have been so for hours. */
    void age() {
        try (Database database = Database.open(TestDatabase.at(data().resolve("hwhash.db")))) {
            database.jdbi()
                    .useHandle(
                            handle -> handle.execute("UPDATE registration SET changed_at = changed_at - 2 * 3600000"));
        }
    }

    /** Returns what an SQL query counts. */
    long count(String sql) {
        try (Database database = Database.open(TestDatabase.at(data().resolve("hwhash.db")))) {
            return database.jdbi()
                    .withHandle(
                            handle -> handle.createQuery(sql).mapTo(Long.class).one());
        }
    }
}

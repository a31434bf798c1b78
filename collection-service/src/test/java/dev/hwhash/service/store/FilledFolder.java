// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.retention.RetentionDays;
import dev.hwhash.service.selection.Choice;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenMaker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;

/** Rows in every table of a folder's own database, each as the service writes it. */
public final class FilledFolder {

    private static final int GROUP = 250;

    private FilledFolder() {}

    /** Adds so many devices, of which some are decided, selected, queued and deleted; the newest is deleted too. */
    public static void fill(Path file, int count) throws LedgerException {
        try (StoredDevices devices = new StoredDevices(new DatabaseLocation.Embedded(file))) {
            report(devices, count);
            emptyCharacters(devices.database);
            long last = devices.number("SELECT max(id) FROM device");
            for (long device = last - 14; device < last - 8; device++) {
                devices.approve(device);
            }
            devices.reject(devices.view(last - 20), StoredDevices.KIM);
            register(devices);
            select(devices, last);
            tokens(devices.database);
            new SqlRetention(devices.database, devices.reading, Clock.systemUTC())
                    .set(new RetentionDays(400), StoredDevices.KIM);
            // Their numbers, and those of their reports and decisions, must never come again.
            devices.erasure.erase(last - 10, StoredDevices.KIM);
            devices.erasure.erase(last, StoredDevices.KIM);
        }
    }

    /** Makes a folder's database with a token and nothing else. */
    public static void begin(Path file) {
        try (Database database = Database.open(new DatabaseLocation.Embedded(file))) {
            tokens(database);
        }
    }

    private static void report(StoredDevices devices, int count) {
        List<byte[]> group = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            group.add(body(i));
            if (group.size() == GROUP || i == count) {
                devices.reports(group);
                group.clear();
            }
        }
    }

    /** As versions before 0.1.0 kept them. */
    private static void emptyCharacters(Database database) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE report SET agent_version = char(0) WHERE agent_version = char(65533)"));
    }

    /** Text with all that a format of lines could stumble over, as far as a report may have it. */
    private static byte[] body(int number) {
        String serial = "MOVED-" + number;
        Map<String, Object> message = Bodies.message(Map.of(
                "serialNumber",
                serial,
                "hardwareHash",
                SyntheticHash.of(serial).paddedTo(2000 + number % 2000).text(),
                "groupTag",
                List.of("Sales", "Büro 東京 😀", "\\N", "a\\tb\\").get(number % 4)));
        message.put(
                "agentVersion",
                List.of("0.1.0", "\t\r\n\\.", "\u0000", "\\N", "").get(number % 5));
        return Bodies.bytes(message);
    }

    private static void register(StoredDevices devices) throws LedgerException {
        SqlRegistrationQueue queue = new SqlRegistrationQueue(devices.database, devices.reading, Clock.systemUTC());
        while (queue.readDecisions()) {
            // The next piece.
        }
        List<UUID> sent = queue.queued(4).stream().map(Entry::id).toList();
        queue.sending(new Shipment(UUID.randomUUID(), Optional.of("Sales"), true, sent, Optional.empty()));
    }

    private static void select(StoredDevices devices, long last) {
        SqlSelections selections = new SqlSelections(devices.database, devices.reading, Clock.systemUTC());
        selections.make(
                1, new Choice.Some(LongStream.range(last - 8, last).boxed().toList()));
        selections.make(1, new Choice.Some(List.of(last - 1)));
    }

    private static void tokens(Database database) {
        TokenMaker maker = new TokenMaker(new SqlTokens(database), Clock.systemUTC());
        maker.make(new NewToken(TokenKind.EXPORT, "Büro", Optional.empty(), OptionalLong.empty()), Actor.SERVICE);
        maker.make(new NewToken(TokenKind.ENROLMENT, "", Optional.empty(), OptionalLong.of(7)), Actor.SERVICE);
    }
}

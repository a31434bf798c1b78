// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.FindingsFilter;
import dev.hwhash.service.search.TagFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Devices that are alike in many ways, in a database and in memory. */
final class ListedDevices {

    private static final List<String> FLAGS =
            List.of("", "", "", "serial-placeholder", "device-two-tpms:17", "value-long device-two-tpms:4 x");

    private ListedDevices() {}

    /** A device as the model knows it. */
    record Listed(
            long id,
            Optional<String> serial,
            Optional<String> uuid,
            Optional<String> model,
            Optional<String> maker,
            Optional<String> tag,
            String flags,
            String state,
            long token,
            long received,
            UUID report) {}

    static List<Listed> fill(Path file, int devices) {
        SplittableRandom random = new SplittableRandom(7);
        List<Listed> made = new ArrayList<>();
        for (int i = 1; i <= devices; i++) {
            made.add(device(i, random));
        }
        try (Database database = Database.open(TestDatabase.at(file))) {
            database.jdbi().useTransaction(handle -> {
                String token = "INSERT INTO token (hash, kind, name, created_at) VALUES (?, 'enrolment', ?, 0)";
                handle.execute(token, new byte[] {1}, "a");
                handle.execute(token, new byte[] {2}, "b");
                made.forEach(device -> insert(handle, device));
            });
        }
        return made;
    }

    private static Listed device(int id, SplittableRandom random) {
        return new Listed(
                id,
                one(random, "SN1", "sn1", "SN2-" + id, "alike", "alike"),
                one(random, "00000000-0000-4000-8000-0000000000" + id % 100, "abcdef00-0000-4000-8000-000000000000"),
                one(random, "Book 1", "book 1", "Book 2", "Tower"),
                one(random, "Contoso", "Fabrikam"),
                one(random, "tag-1", "Tag-1", "tag-2", id == 5 ? "rare" : "tag-2"),
                FLAGS.get(random.nextInt(FLAGS.size())),
                List.of("pending", "approved", "rejected").get(random.nextInt(3)),
                1 + random.nextInt(2),
                Duration.ofHours(random.nextInt(12) * 6L).toMillis(),
                // Three reports share a short code.
                new UUID(id % 50 == 0 ? -1L : random.nextLong() & Long.MAX_VALUE, id));
    }

    private static Optional<String> one(SplittableRandom random, String... values) {
        int which = random.nextInt(values.length + 1);
        return which == values.length ? Optional.empty() : Optional.of(values[which]);
    }

    private static void insert(Handle handle, Listed device) {
        handle.createUpdate("INSERT INTO device (id, serial_number, smbios_uuid, model, manufacturer, group_tag, flags,"
                        + " state, token, client, first_received_at, last_received_at, newest_report)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '192.0.2.1', 0, ?, ?)")
                .bind(0, device.id)
                .bind(1, device.serial)
                .bind(2, device.uuid)
                .bind(3, device.model)
                .bind(4, device.maker)
                .bind(5, device.tag)
                .bind(6, device.flags)
                .bind(7, device.state)
                .bind(8, device.token)
                .bind(9, device.received)
                .bind(10, device.id)
                .execute();
        handle.createUpdate(
                        "INSERT INTO report (id, report_id, token, content_sha256, received_at, collected_at, source,"
                                + " agent_version, device, flags) VALUES (?, ?, 1, '', 0, 0, 'wmi', '1', ?, '')")
                .bind(0, device.id)
                .bind(1, device.report.toString())
                .bind(2, device.id)
                .execute();
    }

    /** Returns the numbers of those that fit, in order, by looking at each. */
    static List<Long> model(List<Listed> devices, DeviceFilter filter, DeviceOrder order) {
        Comparator<Listed> ascending = switch (order.key()) {
            case TIME -> Comparator.comparing(Listed::received);
            case SERIAL_NUMBER -> Comparator.comparing(device -> folded(device.serial));
            case MODEL -> Comparator.comparing(device -> folded(device.model));
            case GROUP_TAG -> Comparator.comparing(device -> folded(device.tag));
        };
        Comparator<Listed> whole = ascending.thenComparing(Listed::id);
        return devices.stream()
                .filter(device -> fits(device, filter))
                .sorted(order.isDown() ? whole.reversed() : whole)
                .map(Listed::id)
                .toList();
    }

    private static boolean fits(Listed device, DeviceFilter filter) {
        return filter.state()
                        .map(state -> state.toString().equals(device.state))
                        .orElse(true)
                && filter.tag().map(tag -> fits(device, tag)).orElse(true)
                && filter.findings().map(findings -> fits(device, findings)).orElse(true)
                && filter.token().map(token -> token == device.token).orElse(true)
                && filter.day().map(day -> day.equals(day(device))).orElse(true)
                && isFound(device, filter);
    }

    private static LocalDate day(Listed device) {
        return LocalDate.ofEpochDay(Duration.ofMillis(device.received).toDays());
    }

    private static boolean fits(Listed device, TagFilter filter) {
        return filter instanceof TagFilter.Named named
                ? device.tag.filter(tag -> tag.equalsIgnoreCase(named.tag())).isPresent()
                : device.tag.isEmpty();
    }

    private static boolean fits(Listed device, FindingsFilter filter) {
        if (filter instanceof FindingsFilter.Of rule) {
            return Stream.of(device.flags.split(" ", -1))
                    .anyMatch(flag -> flag.replaceFirst(":.*", "").equals(rule.id()));
        }
        return device.flags.isEmpty() == filter instanceof FindingsFilter.None;
    }

    private static boolean isFound(Listed device, DeviceFilter filter) {
        String start = filter.search().toLowerCase(Locale.ROOT);
        boolean byName = Stream.of(device.serial, device.uuid, device.tag, device.model, device.maker)
                .flatMap(Optional::stream)
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(start));
        boolean byCode = filter.code().isPresent()
                && device.report.toString().startsWith(filter.code().get().uuidStart());
        return start.isEmpty() || byName || byCode;
    }

    private static String folded(Optional<String> name) {
        // Nothing stands before the empty text, and no name is empty.
        return name.orElse("").toLowerCase(Locale.ROOT);
    }
}

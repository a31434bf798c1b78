// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.configuration.ConfigurationReader;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.agent.json.JsonLine;
import dev.hwhash.agent.merge.Merge;
import dev.hwhash.agent.merge.MergeRequest;
import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.LineRowWriter;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Merging any rows, in any files, against the rules written down without regard to speed. */
class MergeLawsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final List<Field> LENT =
            List.of(Field.WINDOWS_PRODUCT_ID, Field.MANUFACTURER, Field.MODEL, Field.GROUP_TAG, Field.ASSIGNED_USER);
    private static final List<Field> COMPARED = List.of(
            Field.SERIAL_NUMBER,
            Field.WINDOWS_PRODUCT_ID,
            Field.HARDWARE_HASH,
            Field.MANUFACTURER,
            Field.MODEL,
            Field.GROUP_TAG,
            Field.ASSIGNED_USER);

    /** A row, its clock apart: 2015 and 2099 are times that do not count. */
    private record Row(DeviceRecord device, int hashYear, boolean startsFile) {

        DeviceIdentity identity() {
            return DeviceIdentity.of(device);
        }

        Optional<HardwareHash> hash() {
            Optional<String> text = device.value(Field.HARDWARE_HASH);
            return text.isPresent() && HardwareHash.read(text.get()) instanceof HardwareHash hash
                    ? Optional.of(hash)
                    : Optional.empty();
        }

        boolean damaged() {
            return device.value(Field.HARDWARE_HASH).isPresent() && hash().isEmpty();
        }

        int soundness() {
            return hash().isPresent() ? 2 : damaged() ? 0 : 1;
        }

        int time() {
            return hash().isPresent() && hashYear > 2015 && hashYear < 2099 ? hashYear : 0;
        }

        /** Whether a row that comes later in the input was made later. */
        boolean isOlderThan(Row later) {
            if (time() != 0 && later.time() != 0 && time() != later.time()) {
                return later.time() > time();
            }
            Optional<String> collected = device.value(Field.COLLECTED_AT);
            Optional<String> others = later.device.value(Field.COLLECTED_AT);
            if (collected.isPresent() && others.isPresent() && !collected.equals(others)) {
                return others.get().compareTo(collected.get()) > 0;
            }
            return true;
        }

        boolean givesWayTo(Row later) {
            return soundness() == later.soundness() ? isOlderThan(later) : later.soundness() > soundness();
        }

        /** What it says, by itself or by its hash. */
        Optional<String> says(Field field) {
            return switch (field) {
                case SERIAL_NUMBER -> device.value(field).or(() -> hash().flatMap(HardwareHash::serialNumber));
                case MANUFACTURER -> identity().manufacturer();
                case MODEL -> identity().model();
                default -> device.value(field);
            };
        }
    }

    private static final class Device {
        private final List<Integer> rows = new ArrayList<>();
        private int standing;
    }

    private static List<Device> devices(List<Row> rows) {
        List<Device> devices = new ArrayList<>();
        for (int number = 0; number < rows.size(); number++) {
            DeviceIdentity identity = rows.get(number).identity();
            List<Device> same = new ArrayList<>(devices.stream()
                    .filter(device ->
                            SameDevice.compare(rows.get(device.standing).identity(), identity) == SameDevice.YES)
                    .toList());
            boolean unclear = same.stream().anyMatch(one -> same.stream().anyMatch(other -> differ(rows, one, other)));
            if (!unclear) {
                same.sort((one, other) -> Integer.compare(one.standing, other.standing));
                Device device = new Device();
                device.standing = same.isEmpty() ? number : same.get(0).standing;
                same.forEach(other -> {
                    device.rows.addAll(other.rows);
                    take(rows, device, other.standing);
                });
                device.rows.add(number);
                take(rows, device, number);
                devices.removeAll(same);
                devices.add(device);
            }
        }
        devices.sort((one, other) -> Integer.compare(one.standing, other.standing));
        return devices;
    }

    private static boolean differ(List<Row> rows, Device one, Device other) {
        SameDevice verdict = SameDevice.compare(
                rows.get(one.standing).identity(), rows.get(other.standing).identity());
        return one != other && verdict != SameDevice.UNCERTAIN;
    }

    private static void take(List<Row> rows, Device device, int number) {
        if (device.standing != number && rows.get(device.standing).givesWayTo(rows.get(number))) {
            device.standing = number;
        }
    }

    /** What is written: of each device with an intact hash the row that stands, and what the others lend. */
    private static List<List<String>> expected(List<Row> rows) {
        List<List<String>> written = new ArrayList<>();
        for (Device device : devices(rows)) {
            Row standing = rows.get(device.standing);
            if (standing.hash().isPresent()) {
                List<String> values = new ArrayList<>();
                for (Field field : COMPARED) {
                    values.add(standing.says(field)
                            .or(() -> LENT.contains(field) ? lent(rows, device, field) : Optional.empty())
                            .orElse(""));
                }
                written.add(values);
            }
        }
        return written;
    }

    private static Optional<String> lent(List<Row> rows, Device device, Field field) {
        Optional<Row> lender = Optional.empty();
        for (int number : device.rows.stream().sorted().toList()) {
            Row row = rows.get(number);
            boolean lends = number != device.standing && row.says(field).isPresent();
            if (lends && (lender.isEmpty() || lender.get().isOlderThan(row))) {
                lender = Optional.of(row);
            }
        }
        return lender.flatMap(row -> row.says(field));
    }

    @Property(tries = 400)
    void anySplitOfRowsGivesTheDevicesOfTheRules(@ForAll("rows") List<Row> rows) throws Exception {
        Path folder = Files.createTempDirectory("merge");
        try {
            List<Path> files = files(folder, rows);
            List<String> before = contents(files);
            Path all = folder.resolve("all.json");

            List<Problem> problems = merge(all, files);

            List<List<String>> expected = expected(rows);
            assertThat(contents(files)).isEqualTo(before);
            assertThat(problems)
                    .extracting(Problem::id)
                    .filteredOn("row-not-written"::equals)
                    .hasSize(notWritten(rows));
            assertThat(ExitCode.of(problems)).isIn(ExitCode.DONE, ExitCode.INPUT_ERRORS);
            if (expected.isEmpty()) {
                assertThat(problems).extracting(Problem::id).contains("no-row");
                assertThat(all).doesNotExist();
            } else {
                assertThat(read(all)).isEqualTo(expected);
                Path again = folder.resolve("again.json");
                assertThat(merge(again, List.of(all))).isEmpty();
                assertThat(Files.readString(again)).isEqualTo(Files.readString(all));
            }
        } finally {
            delete(folder);
        }
    }

    /** Rows with a damaged hash, and devices without one. */
    private static int notWritten(List<Row> rows) {
        long damaged = rows.stream().filter(Row::damaged).count();
        long bare = devices(rows).stream()
                .filter(device -> rows.get(device.standing).soundness() == 1)
                .count();
        return (int) (damaged + bare);
    }

    private static List<Path> files(Path folder, List<Row> rows) throws IOException {
        List<Path> files = new ArrayList<>();
        LineRowWriter writer = new LineRowWriter(TextEncoding.ASCII, JsonLine::write);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Row row : rows) {
            if (files.isEmpty() || row.startsFile) {
                out.reset();
                files.add(folder.resolve(String.format("%02d.json", files.size())));
            }
            writer.write(row.device, Optional.empty(), out);
            Files.write(files.get(files.size() - 1), out.toByteArray());
        }
        return files;
    }

    private static List<String> contents(List<Path> files) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readString(file));
        }
        return contents;
    }

    private static List<Problem> merge(Path output, List<Path> inputs) throws ProblemException {
        Charset ansi = StandardCharsets.ISO_8859_1;
        MergeRequest request =
                new MergeRequest(inputs, output, Optional.empty(), TextEncoding.ASCII, ansi, false, false);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.US_ASCII);
        Messages messages = new Messages(nowhere, Messages.Volume.QUIET, Optional.empty());
        Session session = new Session(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                messages,
                new Deadline(Duration.ofMinutes(5)),
                false,
                new ConfigurationReader(name -> Optional.empty(), Path.of("nowhere"), false, false)
                        .read(Optional.empty()),
                Path.of("nowhere"));
        return new Merge(request, session, CLOCK).run();
    }

    private static List<List<String>> read(Path file) throws InputRefusedException {
        List<List<String>> devices = new ArrayList<>();
        try (InputRows rows = new InputFile(file, StandardCharsets.ISO_8859_1, false).open()) {
            for (List<DeviceRow> batch = rows.next(); !batch.isEmpty(); batch = rows.next()) {
                for (DeviceRow row : batch) {
                    devices.add(COMPARED.stream().map(row::value).toList());
                }
            }
        }
        return devices;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Integer> years = Arbitraries.of(2015, 2025, 2026, 2099);
        Arbitrary<String> hashes = Combinators.combine(
                        Arbitraries.of("HWHASH-0001", "HWHASH-0002", "HWHASH-0003"),
                        Arbitraries.of(0, 1, 2),
                        Arbitraries.of(0, 1, 2),
                        Arbitraries.of(0, 0, 0, 1))
                .as(MergeLawsTest::hash);
        Arbitrary<DeviceRecord> names = Combinators.combine(
                        Arbitraries.of("HWHASH-0001", "HWHASH-0002", "Default string", ""),
                        Arbitraries.of("", "Contoso"),
                        Arbitraries.of("", "Book 3", "Pad"))
                .as((serial, make, model) -> DeviceRecord.EMPTY
                        .with(Field.SERIAL_NUMBER, serial)
                        .with(Field.MANUFACTURER, make)
                        .with(Field.MODEL, model));
        Arbitrary<DeviceRecord> entered = Combinators.combine(
                        Arbitraries.of("", "1234567890123"),
                        Arbitraries.of("", "", "Kiosk", "Sales"),
                        Arbitraries.of("", "", "ada@contoso.com"),
                        Arbitraries.of("", "", "2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"))
                .as((id, tag, user, collected) -> DeviceRecord.EMPTY
                        .with(Field.WINDOWS_PRODUCT_ID, id)
                        .with(Field.GROUP_TAG, tag)
                        .with(Field.ASSIGNED_USER, user)
                        .with(Field.COLLECTED_AT, collected));
        return Combinators.combine(
                        hashes.injectNull(0.2).map(Optional::ofNullable),
                        years,
                        names,
                        entered,
                        Arbitraries.of(true, false, false))
                .as((hash, year, name, values, starts) -> new Row(
                        name.filledFrom(values)
                                .with(
                                        Field.HARDWARE_HASH,
                                        hash.map(text -> timed(text, year)).orElse("")),
                        year,
                        starts))
                .filter(row -> !row.device.value(Field.SERIAL_NUMBER).orElse("").isEmpty()
                        || row.device.value(Field.HARDWARE_HASH).isPresent())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Of what a hash is made; the text comes with the year. */
    private static String hash(String serial, int ek, int uuid, int damaged) {
        return serial + "," + ek + "," + uuid + "," + damaged;
    }

    private static String timed(String made, int year) {
        String[] parts = made.split(",", -1);
        SyntheticHash hash = SyntheticHash.of(parts[0])
                .uuid(new UUID(Long.parseLong(parts[2]), 0))
                .time(Instant.parse(year + "-03-01T00:00:00Z"));
        int ek = Integer.parseInt(parts[1]);
        hash = ek == 0 ? hash.withoutTpm() : hash.ek(ek);
        return (parts[3].equals("1") ? hash.flipped(999) : hash).text();
    }
}

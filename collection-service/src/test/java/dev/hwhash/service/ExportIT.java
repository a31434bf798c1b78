// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.CsvRowWriter;
import dev.hwhash.device.table.TextEncoding;
import dev.hwhash.service.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a service as a process: whole, of one moment, in little memory, and in nobody's way. */
class ExportIT {

    private static final int MANY = 50_000;
    private static final int SOME = 10_000;
    private static final int MEGABYTE = 1024;

    @TempDir
    private Path folder;

    @Test
    void aFileIsWhatTheWritersOfDeviceMakeOfTheReports() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            for (String serial : List.of("SN-1", "SN-2")) {
                String hash = SyntheticHash.of(serial).text();
                Map<String, String> device = Map.of("serialNumber", serial, "hardwareHash", hash, "groupTag", "Lab");
                assertThat(service.put(UUID.randomUUID(), Bodies.with(device)).status())
                        .isEqualTo(201);
            }
            assertThat(service.put(
                                    UUID.randomUUID(),
                                    Bodies.with(
                                            Map.of("serialNumber", "SN-3", "manufacturer", "A, Inc.", "model", "M")))
                            .status())
                    .isEqualTo(201);
            String token = service.token("export");

            assertThat(export(service, token, "autopilot").body()).isEqualTo(expected(Format.AUTOPILOT));
            assertThat(export(service, token, "partner-center").body()).isEqualTo(expected(Format.PARTNER_CENTER));
            assertThat(export(service, token, "managed-desktop").body()).isEqualTo(expected(Format.MANAGED_DESKTOP));
            assertThat(export(service, token, "corporate-identifiers").body())
                    .isEqualTo("Contoso,Book 3,SN-1\r\nContoso,Book 3,SN-2\r\nA Inc,M,SN-3\r\n");
            assertThat(export(service, token, "json").body().lines())
                    .as("as convert: without a hash there is no row")
                    .hasSize(2)
                    .allMatch(line -> line.contains("\"collectedAt\":\"2026-01-31T12:00:00Z\",\"source\":\"wmi\""));
        }
    }

    private static String expected(Format format) throws Exception {
        Set<Field> optional = format == Format.AUTOPILOT ? EnumSet.of(Field.GROUP_TAG) : EnumSet.noneOf(Field.class);
        CsvRowWriter writer = new CsvRowWriter(format, optional, TextEncoding.ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.start());
        for (String serial : List.of("SN-1", "SN-2")) {
            DeviceRecord device = TestDevices.named(serial, "Contoso", "Book 3");
            DeviceRecord row = optional.isEmpty() ? device : device.with(Field.GROUP_TAG, "Lab");
            HardwareHash hash =
                    (HardwareHash) HardwareHash.read(SyntheticHash.of(serial).text());
            writer.write(row, Optional.of(hash), file);
        }
        return file.toString(ISO_8859_1);
    }

    /** A whole answer with its trailer; each byte of the body a character. */
    private record Exported(String body, List<String> trailer) {}

    private static Exported export(ServiceProcess service, String token, String format) throws Exception {
        try (RawGet get = new RawGet(service.url(), "/v1/export?format=" + format, token, "HTTP/1.1")) {
            assertThat(get.status()).isEqualTo(200);
            String body = new String(get.body(), ISO_8859_1);
            return new Exported(body, get.trailer());
        }
    }

    @Test
    void theTrailerCountsAndTheListNamesWhatIsLeftOut() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            service.put(UUID.randomUUID(), Bodies.report("SN-1"));
            service.put(
                    UUID.randomUUID(),
                    Bodies.with(Map.of("serialNumber", "SN-2", "manufacturer", "B", "model", "M\u00fc")));
            String token = service.token("export");

            assertThat(export(service, token, "autopilot").trailer())
                    .containsExactlyInAnyOrder("Hwhash-Rows: 1", "Hwhash-Left-Out: 1");
            assertThat(export(service, token, "corporate-identifiers").trailer())
                    .containsExactlyInAnyOrder("Hwhash-Rows: 1", "Hwhash-Left-Out: 1");
            String left = service.get(
                            "/v1/export/left-out?format=corporate-identifiers", "Authorization", "Bearer " + token)
                    .text();
            assertThat(new Contract().breaches("LeftOut", left)).isEmpty();
            assertThat(left).contains("\"serialNumber\":\"SN-2\"").contains("U+00FC");
            try (RawGet old = new RawGet(service.url(), "/v1/export", token, "HTTP/1.0")) {
                assertThat(old.status()).as("a file that could end anywhere").isEqualTo(400);
            }
        }
    }

    @Test
    void manyDevicesNeedLittleMemory() throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectory(data);
        DeviceFiller.fill(data, MANY);
        try (ServiceProcess service = ServiceProcess.startWithHeap(data, "64m")) {
            Exported file = export(service, service.token("export"), "autopilot");

            assertThat(file.body().lines()).hasSize(MANY + 1);
            assertThat(file.trailer()).contains("Hwhash-Rows: " + MANY, "Hwhash-Left-Out: 0");
            assertThat(peakKilobytes(service)).isLessThan(320 * MEGABYTE);
        }
    }

    /** The service looks at the numbers in the tables when it starts. */
    private static ServiceProcess filled(Path data, int devices) throws Exception {
        Files.createDirectory(data);
        DeviceFiller.fill(data, devices);
        return ServiceProcess.start(data);
    }

    private static int peakKilobytes(ServiceProcess service) throws Exception {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoDoesNotReadHoldsNobodyUpAndGetsTheDevicesOfTheirMoment() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = filled(data, SOME)) {
            String token = service.token("export");
            try (RawGet slow = new RawGet(service.url(), "/v1/export?format=autopilot", token, "HTTP/1.1")) {
                assertThat(slow.status()).isEqualTo(200);
                long start = System.nanoTime();
                for (int i = 0; i < 50; i++) {
                    assertThat(service.put(UUID.randomUUID(), Bodies.report("NEW-" + i))
                                    .status())
                            .isEqualTo(201);
                }
                assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(20_000_000_000L);

                String file = new String(slow.body(), UTF_8);
                assertThat(file.lines()).hasSize(SOME + 1);
                assertThat(file).doesNotContain("NEW-");
            }
            assertThat(export(service, token, "autopilot").trailer()).contains("Hwhash-Rows: " + (SOME + 50));
        }
    }

    @Test
    void anExportShowsOneMomentWhileAllDevicesChange() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = filled(data, SOME / 2)) {
            String token = service.token("export");
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> retag(data, enough));
            Set<String> seen = new TreeSet<>();
            for (int i = 0; i < 20; i++) {
                Set<String> tags = new TreeSet<>();
                String file = export(service, token, "autopilot").body();
                file.lines().skip(1).forEach(row -> tags.add(row.substring(row.lastIndexOf(',') + 1)));
                assertThat(tags).hasSize(1);
                seen.addAll(tags);
            }
            enough.set(true);
            System.out.println("export under change: " + seen.size() + " moments seen of " + writer.get() + " changes");
            assertThat(seen).hasSizeGreaterThan(1);
        }
    }

    private static int retag(Path data, AtomicBoolean enough) {
        int changes = 0;
        try {
            while (!enough.get()) {
                changes++;
                DeviceFiller.tagAll(data, "tag-" + changes);
                // An export is written into the audit log before its first byte, and has to get its turn for that.
                Thread.sleep(50);
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return changes;
    }

    @Test
    void anExportThatTheServiceHasToGiveUpBreaksOffForItsClientToSee() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = filled(data, SOME)) {
            try (RawGet get = reading(service, service.token("export"))) {
                breakDatabase(data.resolve("hwhash.db"));

                assertThatThrownBy(get::body).isInstanceOf(IOException.class);
            }
            assertThat(service.log()).contains("export-broken-off").contains("the devices cannot be read");
        }
    }

    private static void breakDatabase(Path file) throws IOException {
        if (TestDatabase.isServer()) {
            TestDatabase.cutOff(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long half = channel.size() / 2;
            channel.write(ByteBuffer.allocate((int) half), half);
        }
    }

    @Test
    void clientsThatLeaveMidwayAreForgotten() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = filled(data, SOME)) {
            String token = service.token("export");
            for (int i = 0; i < 12; i++) {
                try (RawGet get = new RawGet(service.url(), "/v1/export", token, "HTTP/1.1")) {
                    int status = get.status();
                    // As soon as one that left is noticed, there is room for the next.
                    assertThat(status).isIn(200, 503);
                    get.read(status == 200 ? 100_000 : 0);
                }
            }
            assertThat(untilFree(service, token).trailer()).contains("Hwhash-Rows: " + SOME);
            assertThat(service.log()).contains("export-broken-off").doesNotContain("\"defect\"");
        }
    }

    private static Exported untilFree(ServiceProcess service, String token) throws Exception {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadline) {
            try (RawGet get = new RawGet(service.url(), "/v1/export", token, "HTTP/1.1")) {
                if (get.status() == 200) {
                    String body = new String(get.body(), ISO_8859_1);
                    return new Exported(body, get.trailer());
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no export was free for 30 s");
    }

    @Test
    void moreExportsThanThereIsRoomForAreToldToComeBack() throws Exception {
        Path data = folder.resolve("data");
        try (ServiceProcess service = filled(data, SOME)) {
            String token = service.token("export");
            try (RawGet one = reading(service, token);
                    RawGet two = reading(service, token);
                    RawGet three = reading(service, token);
                    RawGet four = reading(service, token)) {
                ServiceProcess.Answer fifth = service.get("/v1/export", "Authorization", "Bearer " + token);

                assertThat(fifth.code()).isEqualTo("busy");
                assertThat(fifth.header("Retry-After")).isNotEmpty();
                assertThat(new Contract().breaches("GET", "/v1/export", fifth)).isEmpty();
                assertThat(service.get("/v1/devices", "Authorization", "Bearer " + token)
                                .status())
                        .isEqualTo(200);
                for (RawGet get : List.of(one, two, three, four)) {
                    assertThat(new String(get.body(), UTF_8).lines()).hasSize(SOME + 1);
                }
            }
        }
    }

    private static RawGet reading(ServiceProcess service, String token) throws Exception {
        RawGet get = new RawGet(service.url(), "/v1/export", token, "HTTP/1.1");
        assertThat(get.status()).isEqualTo(200);
        return get;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many devices decided and exported at once, through HTTP, with a service that is killed in between. */
class SelectionIT {

    private static final boolean FULL =
            System.getProperty("hwhash.faults", "small").equals("full");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path filled(int devices) throws Exception {
        Path data = folder.resolve("data");
        Files.createDirectory(data);
        DeviceFiller.fill(data, devices);
        return data;
    }

    private static String all(SignedIn browser) {
        browser.get("/devices");
        PageClient.Reply made = browser.post("/selections", "all", "1");
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        browser.get(made.location());
        return made.location();
    }

    private static PageClient.Reply approve(SignedIn browser, String selection) {
        return browser.post(
                selection + "/approve", "tag-mode", "set", "tag", "Bulk", "user-mode", "suggested", "user", "");
    }

    private static long number(Path data, String sql) {
        try (Connection connection = TestDatabase.connect(data.resolve("hwhash.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Path data, String sql, long least) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(data, sql) < least && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(number(data, sql)).as(sql).isGreaterThanOrEqualTo(least);
    }

    @Test
    void tickedDevicesAreApprovedAndTheResultIsTold() {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            for (int i = 1; i <= 4; i++) {
                service.put(UUID.randomUUID(), Bodies.with("SN-" + i, "groupTag", "Lab"));
            }
            SignedIn approver = SignedIn.as(service, Role.APPROVER);
            approver.get("/devices");
            PageClient.Reply made = approver.post("/selections", "device", "1", "device", "2", "device", "3");
            String selection = made.location();
            assertThat(approver.get(selection).text()).contains("3 selected devices", "Lab (3)", "Approve 3 devices");
            service.put(UUID.randomUUID(), Bodies.with("SN-2", "groupTag", "Forged"));

            assertThat(approve(approver, selection).location()).isEqualTo(selection);

            assertThat(approver.get(selection).text()).contains("2 devices", "1 device", "Reported anew");
            assertThat(approver.get(selection + "?outcome=superseded").text()).contains("href=\"/devices/2\"");
            assertThat(approve(approver, selection).status()).as("again").isEqualTo(303);
            assertThat(approver.post(selection + "/reject").status()).isEqualTo(409);
            SignedIn other = SignedIn.as(service, Role.APPROVER);
            assertThat(other.get(selection).status()).as("somebody else's").isEqualTo(404);
            assertThat(other.get(selection + "/file").status()).isEqualTo(404);
            other.get("/devices");
            assertThat(approve(other, selection).status()).isEqualTo(404);
            assertThat(other.post("/selections").status()).as("none ticked").isEqualTo(400);
            assertThat(other.post("/selections", "device", "x").status()).isEqualTo(400);
        }
    }

    @Test
    void theFilesOfASelectionAreThePartsOfItsDevices() throws Exception {
        Path data = filled(1100);
        try (ServiceProcess service = ServiceProcess.start(data)) {
            service.put(
                    UUID.randomUUID(), Bodies.with(Map.of("serialNumber", "SN-X", "manufacturer", "A", "model", "B")));
            SignedIn approver = SignedIn.as(service, Role.APPROVER);
            String selection = all(approver);

            Map<String, String> parts = unzipped(bytes(service, approver, selection + "/file?rows=500"));

            assertThat(parts.keySet())
                    .containsExactly(
                            "devices-autopilot-001.csv",
                            "devices-autopilot-002.csv",
                            "devices-autopilot-003.csv",
                            "left-out.jsonl");
            String token = service.token("export");
            String whole = service.get("/v1/export", "Authorization", "Bearer " + token)
                    .text();
            String header = whole.substring(0, whole.indexOf('\n') + 1);
            StringBuilder joined = new StringBuilder(header);
            parts.forEach((name, text) -> joined.append(
                    name.endsWith(".csv") && text.startsWith(header) ? text.substring(header.length()) : ""));
            assertThat(joined.toString()).isEqualTo(whole);
            assertThat(parts.getOrDefault("left-out.jsonl", "").lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("SN-X"));
            byte[] one = bytes(service, approver, selection + "/file?format=autopilot&encoding=ascii&rows=");
            assertThat(new String(one, ISO_8859_1)).isEqualTo(whole);
            assertThat(approver.get(selection + "/file?format=excel").status()).isEqualTo(400);
        }
    }

    private static byte[] bytes(ServiceProcess service, SignedIn browser, String path) throws Exception {
        StringBuilder cookies = new StringBuilder();
        browser.cookies()
                .forEach((name, value) -> cookies.append(cookies.isEmpty() ? "" : "; ")
                        .append(name)
                        .append('=')
                        .append(value));
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(PATIENCE)
                .header("Cookie", cookies.toString())
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), ISO_8859_1));
            }
        }
        return entries;
    }

    @Test
    void whatAKilledServiceHasBegunIsDoneAfterTheNextStartEachDeviceOnce() throws Exception {
        int count = FULL ? 10_000 : 3_000;
        int kills = FULL ? 12 : 2;
        Path data = filled(count);
        Random random = new Random(7);
        ServiceProcess service = ServiceProcess.start(data);
        try {
            SignedIn approver = SignedIn.as(service, Role.APPROVER);
            String selection = all(approver);
            SignedIn sender = approver;
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> approve(sender, selection));
            for (int i = 0; i < kills; i++) {
                long goal = number(data, "SELECT count(*) FROM decision") + 1 + random.nextInt(count / kills / 2);
                await(data, "SELECT count(*) FROM decision", Math.min(goal, count));
                service.kill();
                System.out.println("killed at " + number(data, "SELECT count(*) FROM decision") + " of " + count);
                service = ServiceProcess.start(data);
            }
            sent.handle((nothing, failed) -> failed == null).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            await(data, "SELECT count(*) FROM selection_member WHERE outcome IS NOT NULL", count);

            assertThat(number(data, "SELECT count(*) FROM decision")).isEqualTo(count);
            assertThat(number(data, "SELECT count(DISTINCT device) FROM decision"))
                    .isEqualTo(count);
            assertThat(number(data, "SELECT count(*) FROM selection_member WHERE outcome = 'taken'"))
                    .isEqualTo(count);
            assertThat(number(data, "SELECT count(*) FROM device WHERE state = 'approved' AND group_tag = 'Bulk'"))
                    .isEqualTo(count);
            assertThat(number(data, "SELECT count(*) FROM audit WHERE action = 'device-approved'"))
                    .isEqualTo(count);
        } finally {
            service.close();
        }
    }

    /** The figures are for the eye; that reports are taken all the while is what is tested. */
    @Test
    void tenThousandAreApprovedWhileReportsComeIn() throws Exception {
        int count = 10_000;
        Path data = filled(count);
        try (ServiceProcess service = ServiceProcess.start(data)) {
            SignedIn approver = SignedIn.as(service, Role.APPROVER);
            long start = System.nanoTime();
            String selection = all(approver);
            long selected = System.nanoTime();
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(
                    () -> approve(approver, selection).status());
            long slowest = 0;
            int reports = 0;
            while (number(data, "SELECT count(*) FROM selection_member WHERE outcome IS NOT NULL") < count) {
                long before = System.nanoTime();
                assertThat(service.put(UUID.randomUUID(), Bodies.report("NEW-" + reports))
                                .status())
                        .isEqualTo(201);
                slowest = Math.max(slowest, System.nanoTime() - before);
                reports++;
                assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(PATIENCE.toNanos());
            }
            System.out.printf(
                    "%d devices selected in %d ms, approved in %d ms; %d reports meanwhile, the slowest in %d ms%n",
                    count,
                    (selected - start) / 1_000_000,
                    (System.nanoTime() - selected) / 1_000_000,
                    reports,
                    slowest / 1_000_000);
            assertThat(sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(303);
            assertThat(approver.get(selection).text()).contains("10,000 devices");
            assertThat(reports).isPositive();
        }
    }
}

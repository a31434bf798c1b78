// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.store.InstalledPrograms;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one PostgreSQL behind nginx with TLS, as compose.yaml has them. */
@InstalledPrograms
@ServerOnly("one process")
class NginxIT {

    private static final int SENDERS = 4;

    private KeyStores keys;
    private ServiceProcess first;
    private ServiceProcess second;
    private Nginx nginx;
    private HttpClient client;
    private String token;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        int port = Nginx.freePort();
        keys = KeyStores.in(folder);
        List<String> options = new ArrayList<>(TestDatabase.options(folder.resolve("first")));
        options.addAll(List.of("--public-url", "https://localhost:" + port, "--behind-proxy", "127.0.0.1/32"));
        first = ServiceProcess.start(folder.resolve("first"), options.toArray(new String[0]));
        second = ServiceProcess.start(folder.resolve("second"), options.toArray(new String[0]));
        token = first.token();
        nginx = Nginx.start(Files.createDirectory(folder.resolve("nginx")), port, keys, port(first), port(second));
        client = keys.trusting().build();
    }

    @AfterEach
    void stop() {
        nginx.close();
        first.close();
        second.close();
    }

    @Test
    void oneSessionIsGoodAtEachReplica() throws Exception {
        People.account(first.data(), Role.VIEWER, "viewer");
        PageClient browser = PageClient.of(nginx.url(), keys.trusting());

        Reply entered = People.signIn(browser, "viewer", People.password("viewer"));
        assertThat(entered.status()).isEqualTo(303);
        assertThat(entered.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        for (int i = 0; i < 10; i++) {
            assertThat(browser.get("/devices").status()).isEqualTo(200);
        }

        System.out.println("a session through nginx: " + nginx.answeredBy(port(first)) + " and "
                + nginx.answeredBy(port(second)) + " requests answered by the two replicas");
        assertThat(nginx.answeredBy(port(first))).isGreaterThan(2);
        assertThat(nginx.answeredBy(port(second))).isGreaterThan(2);
        assertThat(nginx.log()).doesNotContain(token).doesNotContain("csrf");
    }

    @Test
    void anOpenPageSeesWhatComesInThroughEitherReplica() throws Exception {
        People.account(first.data(), Role.VIEWER, "viewer");
        PageClient browser = PageClient.of(nginx.url(), keys.trusting());
        People.signIn(browser, "viewer", People.password("viewer"));
        HttpResponse<Stream<String>> live = client.send(browser.request("/live").build(), BodyHandlers.ofLines());
        try (Stream<String> lines = live.body()) {
            Iterator<String> numbers =
                    lines.filter(line -> line.startsWith("data: ")).iterator();
            assertThat(numbers.next()).contains("\"all\":\"0\"");
            for (int i = 0; i < 2; i++) {
                assertThat(put(UUID.randomUUID(), Bodies.report("HWHASH-000" + i)))
                        .isEqualTo(201);
            }
            String last = numbers.next();
            while (!last.contains("\"all\":\"2\"")) {
                last = numbers.next();
            }
            assertThat(last).contains("\"pending\":\"2\"");
        }
    }

    @Test
    void theServiceKnowsTheClientsAddressWhateverTheClientSaysOfIt() throws Exception {
        byte[] body = Bodies.report("HWHASH-0001");
        String head = "PUT /v1/reports/" + UUID.randomUUID() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "X-Forwarded-For: 192.0.2.1\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (SSLSocket socket = (SSLSocket) keys.trust()
                .getSocketFactory()
                .createSocket(address(1), URI.create(nginx.url()).getPort(), address(7), 0)) {
            socket.getOutputStream().write(Bodies.utf8(head));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201");
        }
        assertThat(ask("SELECT client FROM report")).containsExactly("127.0.0.7");
    }

    @Test
    void requestsGoOnWhenAReplicaIsKilledAndAreAnsweredInWordsWhenNoneIsLeft() throws Exception {
        int reports = FaultCount.of(400, 20_000);
        Map<UUID, Integer> answers = new TreeMap<>();
        AtomicInteger sent = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<Map<UUID, Integer>>> running = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            running.add(senders.submit(() -> send(sent, reports)));
        }
        while (sent.get() < reports / 3) {
            Thread.sleep(1);
        }
        first.kill();
        for (Future<Map<UUID, Integer>> each : running) {
            answers.putAll(each.get(120, TimeUnit.SECONDS));
        }
        senders.shutdown();

        Map<Integer, Long> counts =
                answers.values().stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        System.out.println(reports + " reports through nginx, one of two replicas killed after " + reports / 3
                + ": answers " + counts);
        assertThat(answers).hasSize(reports);
        assertThat(counts.keySet()).isSubsetOf(200, 201);
        assertThat(ask("SELECT report_id FROM report"))
                .containsExactlyInAnyOrderElementsOf(
                        answers.keySet().stream().map(UUID::toString).toList());

        second.kill();
        HttpResponse<String> away = client.send(request(UUID.randomUUID(), new byte[0]), BodyHandlers.ofString());
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("10");
        assertThat(away.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(away.body()).contains("\"code\":\"busy\"").contains("\"retryable\":true");
    }

    private static InetAddress address(int last) throws Exception {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }

    private Map<UUID, Integer> send(AtomicInteger sent, int reports) throws Exception {
        Map<UUID, Integer> answers = new TreeMap<>();
        for (int i = sent.getAndIncrement(); i < reports; i = sent.getAndIncrement()) {
            UUID id = UUID.randomUUID();
            answers.put(id, put(id, Bodies.report("HWHASH-" + (1000 + i % 50))));
        }
        return answers;
    }

    private int put(UUID id, byte[] body) throws Exception {
        return client.send(request(id, body), BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest request(UUID id, byte[] body) {
        return HttpRequest.newBuilder(URI.create(nginx.url() + "/v1/reports/" + id))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
    }

    private List<String> ask(String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Connection connection = TestDatabase.connect(first.data().resolve("hwhash.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static int port(ServiceProcess service) {
        return URI.create(service.url()).getPort();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.ServiceProcess.Answer;
import dev.hwhash.service.web.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back for a report, from the service as a process. */
class ReportsIT {

    @TempDir
    static Path folder;

    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aNewReportGetsAReceiptAndTheSameAgainTheSameReceipt() {
        UUID id = UUID.randomUUID();
        byte[] body = Bodies.report("HWHASH-0001");
        Answer first = service.put(id, body);
        Answer again = service.put(id, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.json().path("reportId").asString()).isEqualTo(id.toString());
        assertThat(first.json().path("contentSha256").asString()).isEqualTo(sha256(body));
    }

    @Test
    void aBodyPackedByGzipIsKnownByWhatIsInside() {
        UUID id = UUID.randomUUID();
        byte[] body = Bodies.report("HWHASH-0002");
        Answer packed = service.put(id, Bodies.gzip(body), service.token(), "Content-Encoding", "gzip");
        assertThat(packed.status()).isEqualTo(201);
        assertThat(packed.json().path("contentSha256").asString()).isEqualTo(sha256(body));
        assertThat(service.put(id, body).status()).isEqualTo(200);
    }

    /** PostgreSQL's text has no such character. */
    @Test
    void aVersionThatHoldsAnEmptyCharacterIsStored() {
        Map<String, Object> message = Bodies.message(Map.of(
                "serialNumber",
                "HWHASH-0000",
                "hardwareHash",
                SyntheticHash.of("HWHASH-0000").text()));
        message.put("agentVersion", "0.1.0\0");
        assertThat(service.put(UUID.randomUUID(), Bodies.bytes(message)).status())
                .isEqualTo(201);
    }

    @Test
    void anIdIsTakenByItsFirstContentAndToken() {
        UUID id = UUID.randomUUID();
        byte[] body = Bodies.report("HWHASH-0003");
        assertThat(service.put(id, body).status()).isEqualTo(201);
        Answer content = service.put(id, Bodies.report("HWHASH-0004"));
        Answer token = service.put(id, body, service.token("enrolment"));
        assertThat(content.status()).isEqualTo(422);
        assertThat(content.code()).isEqualTo("content-differs");
        assertThat(token.text()).isEqualTo(content.text());
    }

    @Test
    void manyAtOnceWithOneIdAreOneReport() throws ExecutionException, InterruptedException {
        UUID id = UUID.randomUUID();
        byte[] body = Bodies.report("HWHASH-0005");
        List<Callable<Answer>> puts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            puts.add(() -> service.put(id, body));
        }
        ExecutorService threads = Executors.newFixedThreadPool(puts.size());
        List<Integer> statuses = new ArrayList<>();
        Set<String> receipts = new TreeSet<>();
        for (Future<Answer> put : threads.invokeAll(puts)) {
            statuses.add(put.get().status());
            receipts.add(put.get().text());
        }
        threads.shutdown();
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(receipts).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"schemaVersion\":2,\"collectedAt\":\"2026-01-31T12:00:00Z\",\"device\":{\"serialNumber\":\"A\"}}",
                "{\"schemaVersion\":1,\"schemaVersion\":1}",
                "{\"schemaVersion\":\"1\"}",
                "{\"schemaVersion\":1,\"collectedAt\":\"2026-01-31T12:00:00Z\",\"device\":{\"serialNumber\":7}}",
                "{\"schemaVersion\":1,\"collectedAt\":\"2026-01-31T12:00:00Z\",\"device\":{\"serialNumber\":\"\\ud800\"}}",
                "{\"schemaVersion\":1,\"collectedAt\":\"yesterday\",\"device\":{\"serialNumber\":\"A\"}}",
                "{\"schemaVersion\":1,\"collectedAt\":\"2026-01-31T12:00:00Z\",\"device\":[]}"
            })
    void whatIsNoReportIsMalformed(String body) {
        Answer answer = service.put(UUID.randomUUID(), Bodies.utf8(body));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed");
    }

    @Test
    void trailingTokensAndBrokenUtf8AreMalformed() {
        byte[] good = Bodies.report("HWHASH-0006");
        byte[] trailing = Arrays.copyOf(good, good.length + 2);
        trailing[good.length] = '{';
        trailing[good.length + 1] = '}';
        byte[] broken = Bodies.with("HWHASH-0006", "groupTag", "AAAA");
        broken[new String(broken, StandardCharsets.ISO_8859_1).indexOf("AAAA\"}")] = (byte) 0xC0;
        assertThat(service.put(UUID.randomUUID(), trailing).code()).isEqualTo("malformed");
        assertThat(service.put(UUID.randomUUID(), broken).code()).isEqualTo("malformed");
    }

    @Test
    void anIdThatIsNoUuidIsMalformed() {
        for (String id : List.of("1-1-1-1-1", "x", UUID.randomUUID() + "0")) {
            Answer answer = service.send(
                    service.request("PUT", "/v1/reports/" + id, Bodies.report("HWHASH-0001"), service.token()));
            assertThat(answer.code()).isEqualTo("malformed");
        }
    }

    @Test
    void whatIsTooLargeOnTheWireOrInflatedIsRefused() {
        byte[] large = new byte[65_537];
        byte[] bomb = Bodies.gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(65_536);
        Answer wire = service.put(UUID.randomUUID(), large);
        Answer inflated = service.put(UUID.randomUUID(), bomb, service.token(), "Content-Encoding", "gzip");
        assertThat(wire.status()).isEqualTo(413);
        assertThat(wire.code()).isEqualTo("too-large");
        assertThat(inflated.code()).isEqualTo("too-large");
    }

    @Test
    void whatIsTooLargeIsRefusedWithoutALengthToo() throws IOException {
        assertThat(chunked(9 * 8192)).contains("HTTP/1.1 413").contains("\"too-large\"");
    }

    @Test
    void otherEncodingsAndMediaTypesAreNotTaken() {
        byte[] body = Bodies.report("HWHASH-0007");
        Answer encoding = service.put(UUID.randomUUID(), body, service.token(), "Content-Encoding", "br");
        Answer type = service.put(UUID.randomUUID(), body, service.token(), "Content-Type", "text/plain");
        Answer broken = service.put(UUID.randomUUID(), body, service.token(), "Content-Encoding", "gzip");
        assertThat(encoding.status()).isEqualTo(415);
        assertThat(encoding.code()).isEqualTo("unsupported-encoding");
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.code()).isEqualTo("unsupported-media-type");
        assertThat(broken.code()).isEqualTo("malformed");
    }

    @Test
    void aDamagedHashIsRefusedWithItsRule() {
        String damaged = SyntheticHash.of("HWHASH-0008").flipped(2000).text();
        Answer answer = service.put(UUID.randomUUID(), Bodies.report("HWHASH-0008", damaged));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("hash-damaged");
        assertThat(answer.json().path("rules").toString()).isEqualTo("[\"hash-checksum\"]");
        assertThat(answer.text()).doesNotContain(damaged.substring(0, 40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void aValueThatASpreadsheetWouldRunIsRefusedInEveryField(String value) {
        for (String field :
                List.of("serialNumber", "windowsProductId", "manufacturer", "model", "groupTag", "assignedUser")) {
            Answer answer = service.put(UUID.randomUUID(), Bodies.with("HWHASH-0009", field, value));
            assertThat(answer.code()).as(field).isEqualTo("rules-broken");
            assertThat(answer.json().path("rules").toString()).contains("value-formula");
        }
    }

    @Test
    void aReportWithoutAHashNeedsItsNames() {
        Map<String, String> names = Map.of("serialNumber", "HWHASH-0010", "manufacturer", "Contoso", "model", "Book 3");
        assertThat(service.put(UUID.randomUUID(), Bodies.with(names)).status()).isEqualTo(201);
        Answer alone = service.put(UUID.randomUUID(), Bodies.with(Map.of("serialNumber", "HWHASH-0010")));
        assertThat(alone.code()).isEqualTo("rules-broken");
        assertThat(alone.json().path("rules").toString()).isEqualTo("[\"row-unidentified\"]");
    }

    @Test
    void sqlInAFieldIsAValue() {
        String sql = "'); DROP TABLE report; --";
        assertThat(service.put(UUID.randomUUID(), Bodies.with("HWHASH-0011", "groupTag", sql))
                        .status())
                .isEqualTo(201);
        assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0011")).status())
                .isEqualTo(201);
    }

    @Test
    void everyTokenThatIsNoneIsRefusedAlike() {
        UUID id = UUID.randomUUID();
        Set<String> answers = new TreeSet<>();
        for (String token : List.of("", "x", "hwe_" + "A".repeat(43), "A".repeat(4000))) {
            Answer answer = service.put(id, Bodies.report("HWHASH-0012"), token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            answers.add(answer.text());
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void aTokenOfAnotherKindIsForSomethingElse() {
        Answer answer = service.put(UUID.randomUUID(), Bodies.report("HWHASH-0013"), service.token("export"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("token-wrong-kind");
    }

    @Test
    void errorsOfTheServerAreProblemsAndDoNotNameIt() throws IOException {
        assertThat(service.get("/v2").code()).isEqualTo("not-found");
        assertThat(service.get("/v1/nothing", "Accept", "text/html").code()).isEqualTo("not-found");
        assertThat(service.get("/nothing", "Accept", "text/html,*/*;q=0.8").header("Content-Type"))
                .startsWith("text/html");
        assertThat(service.send(service.request("DELETE", "/health/live", new byte[0], ""))
                        .code())
                .isEqualTo("method-not-allowed");
        assertThat(service.get("/health/live", "X-Long", "a".repeat(9000)).code())
                .isEqualTo("headers-too-large");
        for (String request : List.of("GARBAGE\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n")) {
            String answer = raw(request);
            assertThat(answer).contains("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContainIgnoringCase("javalin");
        }
        assertThat(service.get("/health/live").response().headers().map()).doesNotContainKey("server");
    }

    @Test
    void healthAndMetricsTellTheState() {
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0014"));
        assertThat(service.get("/health/live").status()).isEqualTo(200);
        assertThat(service.get("/health/ready").status()).isEqualTo(200);
        assertThat(service.get("/metrics").text())
                .contains("hwhash_reports_total{outcome=\"new\"}")
                .contains("hwhash_group_size")
                .contains("hwhash_group_commit_seconds_bucket")
                .contains("hwhash_queue_waiting");
        assertThat(service.get("/metrics", "X-Forwarded-For", "192.0.2.1").status())
                .isEqualTo(401);
    }

    @Test
    void eachReportIsCountedByItsAnswerWhoeverGaveIt() {
        String damaged = SyntheticHash.of("HWHASH-0016").flipped(2000).text();
        Map<String, Double> before = outcomes();
        UUID id = UUID.randomUUID();
        service.put(id, Bodies.report("HWHASH-0016"));
        service.put(id, Bodies.report("HWHASH-0016"));
        service.put(id, Bodies.report("HWHASH-0017"));
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0016", damaged));
        service.put(UUID.randomUUID(), Bodies.utf8("{"));
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0016"), service.token() + "x");
        service.get("/v1/reports/" + id);

        assertThat(before.keySet())
                .contains("new", "again")
                .containsAll(Stream.of(ProblemCode.values())
                        .map(ProblemCode::toString)
                        .toList());
        Map<String, Double> counted = outcomes();
        counted.replaceAll((outcome, count) -> count - before.getOrDefault(outcome, 0.0));
        counted.values().removeIf(count -> count == 0);
        assertThat(counted)
                .isEqualTo(Map.of(
                        "new", 1.0,
                        "again", 1.0,
                        "content-differs", 1.0,
                        "hash-damaged", 1.0,
                        "malformed", 1.0,
                        "token-refused", 1.0));
    }

    private static Map<String, Double> outcomes() {
        return Pattern.compile("(?m)^hwhash_reports_total\\{outcome=\"([^\"]+)\"} (\\S+)$")
                .matcher(service.get("/metrics").text())
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> Double.valueOf(line.group(2))));
    }

    @Test
    void noHashAndNoTokenIsInTheLog() {
        String hash = SyntheticHash.of("HWHASH-0015").text();
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0015", hash));
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0015", hash.substring(4)));
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0015", hash), service.token() + "x");
        String log = service.log();
        assertThat(log).contains("\"event\":\"ready\"");
        assertThat(log)
                .doesNotContain(service.token().substring(4, 20))
                .doesNotContain(hash.substring(0, 20))
                .doesNotContain(hash.substring(400, 420));
    }

    private static String chunked(int size) throws IOException {
        StringBuilder request = new StringBuilder("PUT /v1/reports/" + UUID.randomUUID() + " HTTP/1.1\r\nHost: a\r\n"
                + "Authorization: Bearer " + service.token()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        request.append(Integer.toHexString(size)).append("\r\n").append(" ".repeat(size));
        return raw(request.toString());
    }

    private static String raw(String request) throws IOException {
        URI url = URI.create(service.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(2_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return read(socket.getInputStream());
        }
    }

    /** To the end, or as far as the server goes on speaking. */
    private static String read(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            int next = in.read();
            while (next >= 0) {
                answer.append((char) next);
                next = in.read();
            }
        } catch (java.net.SocketTimeoutException e) {
            assertThat(answer).isNotEmpty();
        }
        return answer.toString();
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

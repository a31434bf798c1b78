// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.uploader.Service;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.http.Outcome.CredentialsRefused;
import dev.hwhash.uploader.http.Outcome.Refused;
import dev.hwhash.uploader.http.Outcome.Unsettled;
import dev.hwhash.uploader.report.ContentHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer means, whatever its status, type and text. */
class StatusTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Outcome send(MockResponse... answers) throws Exception {
        for (MockResponse answer : answers) {
            server.enqueue(answer);
        }
        return Answers.send(Service.at(server.getPort()));
    }

    private static String ours() {
        return Service.receipt(Answers.REPORT.id().toString(), Answers.REPORT.contentSha256());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aReceiptWithBothOwnValuesSettles(int status) throws Exception {
        assertThat(send(Service.json(status, "application/json; charset=utf-8", ours())))
                .isEqualTo(new Outcome.Received(Instant.parse(Service.RECEIVED_AT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 203, 204, 206, 299})
    void noOtherStatusIsAReceipt(int status) throws Exception {
        String body = status == 204 ? "" : ours();
        assertThat(Answers.unsettled(send(Service.json(status, "application/json", body)))
                        .cause())
                .isEqualTo(Cause.INTERCEPTED);
    }

    @Test
    void theReceiptOfAnotherReportSettlesNothing() throws Exception {
        String other = Service.receipt(UUID.randomUUID().toString(), Answers.REPORT.contentSha256());
        Unsettled outcome = Answers.unsettled(send(Service.json(201, "application/json", other)));
        assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
        assertThat(outcome.words()).contains("receipt of another report");
    }

    @Test
    void theReceiptOfOtherContentSettlesNothing() throws Exception {
        String other = Service.receipt(Answers.REPORT.id().toString(), ContentHash.of("other"));
        Unsettled outcome = Answers.unsettled(send(Service.json(201, "application/json", other)));
        assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
        assertThat(outcome.words()).contains("receipt of other content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"reportId\":1}", "<html>", "{\"reportId\":\"x\"", "\u0000"})
    void jsonThatIsNoReceiptSettlesNothing(String body) throws Exception {
        assertThat(Answers.unsettled(send(Service.json(200, "application/json", body)))
                        .cause())
                .isEqualTo(Cause.INTERCEPTED);
    }

    @Test
    void aReceiptWithoutItsTypeIsSomebodyElses() throws Exception {
        assertThat(Answers.unsettled(send(Service.json(200, "text/plain", ours())))
                        .cause())
                .isEqualTo(Cause.INTERCEPTED);
    }

    @Test
    void aSignInPageIsToldByItsType() throws Exception {
        Unsettled outcome = Answers.unsettled(send(Service.json(200, "text/html", "<html>Sign in")));
        assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
        assertThat(outcome.words()).contains("status 200, text/html").doesNotContain("Sign in");
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() throws Exception {
        String padded = ours().replace("}", ",\"x\":\"" + "y".repeat(200_000) + "\"}");
        assertThat(Answers.unsettled(send(Service.json(200, "application/json", padded)))
                        .cause())
                .isEqualTo(Cause.INTERCEPTED);
    }

    @Test
    void anAnswerThatInflatesWithoutEndIsCutOff() throws Exception {
        Buffer bomb = new Buffer();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb.outputStream())) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(US_ASCII);
            for (int i = 0; i < 50; i++) {
                gzip.write(blanks);
            }
        }
        MockResponse answer = new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(bomb)
                .build();
        assertThat(Answers.unsettled(send(answer)).cause()).isEqualTo(Cause.INTERCEPTED);
    }

    @Test
    void aReceiptMayBeCompressed() throws Exception {
        Buffer packed = new Buffer();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed.outputStream())) {
            gzip.write(ours().getBytes(US_ASCII));
        }
        MockResponse answer = new MockResponse.Builder()
                .code(201)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
        assertThat(send(answer)).isInstanceOf(Outcome.Received.class);
    }

    @Test
    void whatTakesNoGzipGetsItPlainOnce() throws Exception {
        assertThat(send(Service.problem(415, "unsupported-encoding"), Service.json(201, "application/json", ours())))
                .isInstanceOf(Outcome.Received.class);
        assertThat(server.takeRequest().getHeaders().get("Content-Encoding")).isEqualTo("gzip");
        RecordedRequest plain = server.takeRequest();
        assertThat(plain.getHeaders().get("Content-Encoding")).isNull();
        assertThat(Service.body(plain)).isEqualTo(Answers.REPORT.body());
    }

    @Test
    void whatTakesItInNoFormRefusesIt() throws Exception {
        MockResponse no = Service.problem(415, "unsupported-media-type");
        assertThat(send(no, no)).isInstanceOf(Refused.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed, cannot read the report",
        "413, too-large, larger than it takes",
        "422, content-differs, another report of this id",
        "422, hash-damaged, hash is damaged",
        "422, rules-broken, breaks rules",
        "409, made-up-final, it says no more",
        "410, made-up, it says no more",
        "451, made-up, it says no more"
    })
    void aRefusalInTheServicesOwnWordsIsFinal(int status, String code, String words) throws Exception {
        String body = "{\"code\":\"" + code + "\",\"retryable\":false}";
        Outcome outcome = send(Service.json(status, "application/problem+json", body));
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).code()).isEqualTo(code);
        assertThat(((Refused) outcome).words()).contains(Integer.toString(status), code, words);
    }

    @Test
    void brokenRulesAreNamed() throws Exception {
        Outcome outcome = send(
                Service.json(
                        422,
                        "application/problem+json",
                        "{\"code\":\"rules-broken\",\"rules\":[\"serial-blank\",7,{\"a\":[]},\"hash-short\"],\"x\":{\"y\":1}}"));
        assertThat(((Refused) outcome).rules()).isEqualTo(List.of("serial-blank", "hash-short"));
        assertThat(((Refused) outcome).words()).contains("(serial-blank, hash-short)");
    }

    @ParameterizedTest
    @CsvSource({"401, token-refused", "403, token-wrong-kind", "403, token-used-up", "403, made-up"})
    void aTokenIsRefusedByTheServiceAlone(int status, String code) throws Exception {
        Outcome outcome = send(Service.problem(status, code));
        assertThat(outcome).isInstanceOf(CredentialsRefused.class);
        assertThat(((CredentialsRefused) outcome).code()).isEqualTo(code);
    }

    @Test
    void anAddressThatIsNotKnownRefusesNoReport() throws Exception {
        Unsettled outcome = Answers.unsettled(send(Service.problem(404, "not-found")));
        assertThat(outcome.cause()).isEqualTo(Cause.WRONG_ADDRESS);
        assertThat(outcome.words()).contains("check the url http://127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource({
        "429, too-many-failures",
        "503, busy",
        "503, storage-full",
        "503, stopping",
        "500, made-up",
        "502, made-up",
        "408, made-up",
        "425, made-up",
        "409, made-up"
    })
    void aServiceThatIsBusySaysWhen(int status, String code) throws Exception {
        MockResponse answer = Service.problem(status, code)
                .newBuilder()
                .setHeader("Retry-After", "7")
                .build();
        Unsettled outcome = Answers.unsettled(send(answer));
        assertThat(outcome.cause()).isEqualTo(Cause.SERVICE_BUSY);
        assertThat(outcome.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                300, 304, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 416, 417, 421, 422, 425,
                426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 507, 511, 599
            })
    void aPageOfSomethingBetweenDecidesNothing(int status) throws Exception {
        MockResponse page = Service.json(status, "text/html", status == 304 ? "" : "<html>no</html>");
        Unsettled outcome = Answers.unsettled(send(page));
        assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
        assertThat(outcome.words()).contains(Integer.toString(status));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":422}", "{\"code\":7}", "{\"code\":\"\"}", "{\"code\":\"a b\"}", "[]", "{"})
    void aProblemWithoutOurCodeIsSomebodyElses(String body) throws Exception {
        assertThat(Answers.unsettled(send(Service.json(422, "application/problem+json", body)))
                        .cause())
                .isEqualTo(Cause.INTERCEPTED);
    }

    @Test
    void anUnknownCodeIsToldWithItsDetailInPlainLetters() throws Exception {
        String detail = "gr\u00fc\u00df\\u0007\\n Gott " + "x".repeat(5000);
        Outcome outcome = send(Service.json(
                422, "application/problem+json; charset=utf-8", "{\"code\":\"new\",\"detail\":\"" + detail + "\"}"));
        assertThat(((Refused) outcome).words())
                .contains("new: gr?? Gott xxx")
                .hasSizeLessThan(300)
                .matches("[ -~]*");
    }

    @Test
    void aProxyThatNobodyNamedIsTold() throws Exception {
        Unsettled outcome = Answers.unsettled(send(Service.json(407, "text/html", "<html>no</html>")));
        assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
        assertThat(outcome.words()).contains("407", "name it with --proxy");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndItsTargetToldByOriginAlone(int status) throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            String target = "http://127.0.0.1:" + other.getPort();
            MockResponse redirect = new MockResponse.Builder()
                    .code(status)
                    .setHeader("Location", target + "/login?session=secret")
                    .build();
            Unsettled outcome = Answers.unsettled(send(redirect));
            assertThat(outcome.cause()).isEqualTo(Cause.INTERCEPTED);
            assertThat(outcome.words()).contains(target).doesNotContain("secret");
            assertThat(other.getRequestCount()).isZero();
        }
    }

    @Test
    void aServiceThatAsksToComeBackAtOnceIsNotAskedTwice() throws Exception {
        MockResponse answer = Service.problem(503, "busy")
                .newBuilder()
                .setHeader("Retry-After", "0")
                .build();
        assertThat(Answers.unsettled(send(answer)).retryAfter()).isEqualTo(Optional.of(Duration.ZERO));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}

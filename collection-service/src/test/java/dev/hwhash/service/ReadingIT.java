// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists, searches and devices, each answer held to {@code openapi.yaml}. */
@TestInstance(Lifecycle.PER_CLASS)
class ReadingIT {

    private static final String LIST = "/v1/devices";
    private static final String DEVICE = "/v1/devices/{deviceId}";

    private final Contract contract = new Contract();

    private ServiceProcess service;
    private String export;
    private String admin;

    @BeforeAll
    void startWithFiveDevices(@TempDir Path folder) {
        service = ServiceProcess.start(folder.resolve("data"));
        export = service.token("export");
        admin = service.token("admin");
        put(Bodies.with("AB-1", "groupTag", "Library"));
        put(Bodies.with("AB-1", "groupTag", "Classroom"));
        put(Bodies.report("ab-2"));
        put(Bodies.with(Map.of("serialNumber", "CD-3", "manufacturer", "VMware, Inc.", "model", "abacus")));
        put(Bodies.with(Map.of("serialNumber", "100%_4", "manufacturer", "Fabrikam", "model", "Slate")));
        put(Bodies.report(
                "EF-5", SyntheticHash.of("EF-5").toolVersion(11).flipped(9000).text()));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private void put(byte[] body) {
        ServiceProcess.Answer answer = service.put(UUID.randomUUID(), body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(contract.breaches("PUT", "/v1/reports/{reportId}", answer)).isEmpty();
    }

    private ServiceProcess.Answer get(String path) {
        return service.get(path, "Authorization", "Bearer " + export);
    }

    /** An answer that is as documented. */
    private ServiceProcess.Answer get(String documented, String path, int status) {
        ServiceProcess.Answer answer = get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(contract.breaches("GET", documented, answer)).isEmpty();
        return answer;
    }

    private List<String> serials(String path) {
        List<String> serials = new ArrayList<>();
        get(LIST, path, 200)
                .json()
                .path("devices")
                .forEach(device -> serials.add(device.path("serialNumber").asString("")));
        return serials;
    }

    @Test
    void aListHasAllDevicesTheOldestFirst() {
        assertThat(serials(LIST)).containsExactly("AB-1", "ab-2", "CD-3", "100%_4", "EF-5");
    }

    @ParameterizedTest
    @CsvSource({
        "AB, 'AB-1 ab-2 CD-3'", "ab-2, ab-2", "class, AB-1", "contoso, 'AB-1 ab-2 EF-5'", "fabri, 100%_4",
        "100%25_, 100%_4", "%25, ''", "_, ''", "'%20AB-1%20', AB-1", "B-1, ''"
    })
    void aSearchFindsByTheStartOfAName(String query, String found) {
        assertThat(String.join(" ", serials(LIST + "?query=" + query))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST + "?limit=2", LIST + "?limit=1&query=ab", LIST + "?limit=2&query=contoso"})
    void pagesTogetherAreTheWhole(String path) {
        List<String> whole = serials(path.replaceFirst("limit=\\d", "limit=500"));
        List<String> pages = new ArrayList<>(serials(path));
        JsonNode next = get(path).json().path("next");
        while (next.isString()) {
            String page = path + "&after=" + next.asString();
            pages.addAll(serials(page));
            next = get(page).json().path("next");
        }

        assertThat(pages).isEqualTo(whole);
        assertThat(whole).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1", "'; DROP TABLE device; --", "\" OR 1=1 --", "a' UNION SELECT hash FROM token --", "%",
                        "\u0000",
                "\\", "${jndi:ldap://127.0.0.1/x}", "<script>", "\uD83D\uDE00", "\uFFFF", "a\r\nX-Evil: 1"
            })
    void wordsOfAnAttackFindNothingAndHarmNothing(String query) {
        assertThat(serials(LIST + "?query=" + URLEncoder.encode(query, UTF_8))).isEmpty();
        assertThat(serials(LIST)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"i0", "i9223372036854775807", "s1:' OR 1=1 --", "v99:\uDBFF\uDFFF", "m0:", "u5:\u0000"})
    void aForgedCursorIsAPlaceLikeAnyOther(String place) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
        String query = place.startsWith("i") ? "" : "&query=ab";

        assertThat(serials(LIST + "?after=" + cursor + query)).isSubsetOf("AB-1", "ab-2", "CD-3", "100%_4", "EF-5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=501",
                "?limit=",
                "?limit=-1",
                "?limit=1e2",
                "?limit=99999999999999999999",
                "?limit=1&limit=2",
                "?after=%21",
                "?after=aXg",
                "?after=aTE&query=a",
                "?after=czE6YQ",
                "?query=a&query=b"
            })
    void whatIsNotAsDocumentedIsRefused(String query) {
        assertThat(get(LIST, LIST + query, 400).code()).isEqualTo("malformed");
    }

    @Test
    void aQueryIsBounded() {
        assertThat(get(LIST, LIST + "?query=" + "a".repeat(201), 400).code()).isEqualTo("malformed");
        assertThat(serials(LIST + "?query=" + "a".repeat(200))).isEmpty();
    }

    @Test
    void aDeviceIsShownWithItsIdentifiersItsHistoryAndItsHashDecoded() {
        long id = get(LIST + "?query=AB-1")
                .json()
                .path("devices")
                .path(0)
                .path("id")
                .asLong();
        ServiceProcess.Answer answer = get(DEVICE, LIST + "/" + id, 200);
        JsonNode device = answer.json();

        assertThat(device.path("reportCount").asLong()).isEqualTo(2);
        assertThat(device.path("reports")).hasSize(2);
        assertThat(device.at("/reports/0/groupTag").asString()).isEqualTo("Classroom");
        assertThat(device.at("/reports/1/groupTag").asString()).isEqualTo("Library");
        assertThat(device.path("identifiers")).isNotEmpty();
        assertThat(device.at("/hash/verdict/intact").asBoolean()).isTrue();
        assertThat(device.at("/hash/smbios/SmbiosSystemSerialNumber").asString())
                .isEqualTo("AB-1");
        assertThat(answer.text()).doesNotContain(SyntheticHash.of("AB-1").text().substring(0, 40));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aDeviceWithoutAHashIsShownWithoutOne() {
        long id = get(LIST + "?query=CD-3")
                .json()
                .path("devices")
                .path(0)
                .path("id")
                .asLong();

        JsonNode device = get(DEVICE, LIST + "/" + id, 200).json();
        assertThat(device.has("hash")).isFalse();
        assertThat(device.path("hasHash").asBoolean()).isFalse();
    }

    @Test
    void aDeviceThatIsNotThereIsNotFound() {
        assertThat(get(DEVICE, LIST + "/4711", 404).code()).isEqualTo("not-found");
        assertThat(get(DEVICE, LIST + "/0", 400).code()).isEqualTo("malformed");
        assertThat(get(DEVICE, LIST + "/1'%20OR", 400).code()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {LIST, LIST + "/1", "/v1/export", "/v1/export/left-out"})
    void readingNeedsATokenForIt(String path) {
        String documented = path.replaceFirst("/1$", "/{deviceId}");
        ServiceProcess.Answer none = service.get(path);
        ServiceProcess.Answer enrolment = service.get(path, "Authorization", "Bearer " + service.token());
        ServiceProcess.Answer administrator = service.get(path, "Authorization", "Bearer " + admin);

        assertThat(none.code()).isEqualTo("token-refused");
        assertThat(contract.breaches("GET", documented, none)).isEmpty();
        assertThat(enrolment.code()).isEqualTo("token-wrong-kind");
        assertThat(contract.breaches("GET", documented, enrolment)).isEmpty();
        assertThat(administrator.status()).isEqualTo(200);
    }

    @Test
    void anExportTokenHandsNothingInAndMakesNoToken() {
        assertThat(service.put(UUID.randomUUID(), Bodies.report("X-1"), export).code())
                .isEqualTo("token-wrong-kind");
        assertThat(get("/v1/tokens", "/v1/tokens", 403).code()).isEqualTo("token-wrong-kind");
    }

    @Test
    void theDocumentIsServedAsItIs() throws Exception {
        ServiceProcess.Answer answer = get("/openapi.yaml", "/openapi.yaml", 200);

        assertThat(answer.response().body())
                .isEqualTo(Files.readAllBytes(Path.of("src", "main", "resources", "openapi.yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics", "/v1/export", "/v1/export/left-out"})
    void theOtherAnswersAreAsDocumented(String path) {
        assertThat(get(path, path, 200).text()).isNotEmpty();
    }

    @Test
    void tokensAreAnsweredAsDocumented() {
        ServiceProcess.Answer made = service.send(service.request(
                "POST", "/v1/tokens", Bodies.utf8("{\"kind\":\"export\",\"useLimit\":5,\"expiresInDays\":1}"), admin));
        ServiceProcess.Answer list = service.get("/v1/tokens", "Authorization", "Bearer " + admin);
        ServiceProcess.Answer revoked = service.send(
                service.request("DELETE", "/v1/tokens/" + made.json().path("id").asLong(), new byte[0], admin));

        assertThat(contract.breaches("POST", "/v1/tokens", made)).isEmpty();
        assertThat(made.status()).isEqualTo(201);
        assertThat(contract.breaches("GET", "/v1/tokens", list)).isEmpty();
        assertThat(revoked.status()).isEqualTo(204);
        assertThat(contract.breaches("DELETE", "/v1/tokens/{tokenId}", revoked)).isEmpty();
    }

    @Test
    void refusedReportsAreAnsweredAsDocumented() {
        List<ServiceProcess.Answer> answers = List.of(
                service.put(UUID.randomUUID(), Bodies.utf8("{")),
                service.put(UUID.randomUUID(), Bodies.with("=1+1", "groupTag", "x")),
                service.put(UUID.randomUUID(), Bodies.report("Y-1", "T0Fx")),
                service.put(UUID.randomUUID(), Bodies.report("Y-1"), service.token(), "Content-Encoding", "br"),
                service.put(UUID.randomUUID(), new byte[70_000]),
                service.put(UUID.randomUUID(), Bodies.report("Y-1"), "hwe_none"));

        assertThat(answers).extracting(ServiceProcess.Answer::status).containsExactly(400, 422, 422, 415, 413, 401);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(contract.breaches("PUT", "/v1/reports/{reportId}", answer))
                        .isEmpty());
    }

    @Test
    void aMethodThatAPathDoesNotTakeIsRefusedWithThoseThatItDoes() {
        ServiceProcess.Answer answer = service.send(service.request("DELETE", LIST, new byte[0], export));

        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.ServiceProcess.Answer;
import dev.hwhash.service.token.TokenKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of a token, by the command line and by the API. */
class TokensIT {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path data;
    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        data = shared.resolve("data");
        service = ServiceProcess.start(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aTokenIsMadeIntoAFileListedAndRevoked() throws Exception {
        Path file = folder.resolve("site.conf");
        ServiceProcess.Ended made = ServiceProcess.run(
                "token",
                "create",
                "--data",
                data.toString(),
                "--kind",
                "enrolment",
                "--name",
                "site",
                "--uses",
                "5",
                "-o",
                file.toString());
        String token = ServiceProcess.token(file);
        assertThat(made.code()).isZero();
        assertThat(made.out().strip()).isEqualTo(file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"), token)
                        .status())
                .isEqualTo(201);

        ServiceProcess.Ended list = ServiceProcess.run("token", "list", "--data", data.toString());
        assertThat(list.out())
                .contains("\tenrolment\t")
                .contains("\t1/5\tvalid\tsite")
                .doesNotContain(token);
        assertThat(ServiceProcess.run("token", "revoke", "--data", data.toString(), idOf("site", list.out()))
                        .code())
                .isZero();
        assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"), token)
                        .code())
                .isEqualTo("token-refused");
        assertThat(ServiceProcess.run("token", "revoke", "--data", data.toString(), "99")
                        .code())
                .isEqualTo(10);
    }

    private static String idOf(String name, String list) {
        return list.lines()
                .filter(line -> line.endsWith("\t" + name))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTokenIsNeverWrittenOverAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("there"), "mine");
        ServiceProcess.Ended made = ServiceProcess.run(
                "token", "create", "--data", data.toString(), "--kind", "admin", "-o", file.toString());
        assertThat(made.code()).isEqualTo(20);
        assertThat(file).hasContent("mine");
        assertThat(service.get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void aUsedUpTokenStillGetsTheReceiptOfWhatItBroughtIn() {
        String token = service.token(TokenKind.ENROLMENT, OptionalLong.of(2));
        UUID id = UUID.randomUUID();
        assertThat(service.put(id, Bodies.report("HWHASH-0001"), token).status())
                .isEqualTo(201);
        assertThat(service.put(id, Bodies.report("HWHASH-0001"), token).status())
                .isEqualTo(200);
        assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0002"), token)
                        .status())
                .isEqualTo(201);
        Answer third = service.put(UUID.randomUUID(), Bodies.report("HWHASH-0003"), token);
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.code()).isEqualTo("token-used-up");
        assertThat(service.put(id, Bodies.report("HWHASH-0001"), token).status())
                .isEqualTo(200);
    }

    @Test
    void anAdminMakesListsAndRevokesTokens() {
        String admin = service.token("admin");
        Answer made = send("POST", "/v1/tokens", admin, "{\"kind\":\"enrolment\",\"useLimit\":1}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String token = made.json().path("token").asString();
        assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"), token)
                        .status())
                .isEqualTo(201);

        Answer list = send("GET", "/v1/tokens", admin, "");
        JsonNode tokens = list.json().path("tokens");
        JsonNode last = tokens.path(tokens.size() - 1);
        assertThat(last.path("id")).isEqualTo(made.json().path("id"));
        assertThat(last.path("uses").asInt()).isEqualTo(1);
        assertThat(list.text()).doesNotContain(token);
        String path = "/v1/tokens/" + last.path("id").asInt();
        assertThat(send("DELETE", path, admin, "").status()).isEqualTo(204);
        assertThat(service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"), token)
                        .status())
                .isEqualTo(401);

        assertThat(send("DELETE", "/v1/tokens/77", admin, "").code()).isEqualTo("not-found");
        assertThat(send("POST", "/v1/tokens", admin, "{\"kind\":\"root\"}").code())
                .isEqualTo("malformed");
        assertThat(send("GET", "/v1/tokens", service.token(), "").code()).isEqualTo("token-wrong-kind");
    }

    @Test
    void whoGuessesIsSlowedAndAGoodTokenIsNot() {
        try (ServiceProcess guessed = ServiceProcess.start(folder.resolve("data"))) {
            Answer answer = guessed.put(UUID.randomUUID(), new byte[0], "hwe_guess");
            for (int i = 0; i < 60 && answer.status() == 401; i++) {
                answer = guessed.put(UUID.randomUUID(), new byte[0], "hwe_guess" + i);
            }
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("too-many-failures");
            assertThat(answer.header("Retry-After")).matches("[0-9]+");
            assertThat(guessed.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static Answer send(String method, String path, String token, String body) {
        return service.send(service.request(method, path, Bodies.utf8(body), token));
    }
}

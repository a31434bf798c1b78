// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.Bodies;
import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL, and crumbs of it, in each field that becomes part of a question to the database. */
class SqlIT {

    private static final Pattern ROW = Pattern.compile("href=\"/devices/([0-9]+)\"");
    private static final int ROUNDS = 60;

    /** None of them is the start of a name of a device that there is. */
    private static final List<String> NASTY = List.of(
            "' OR 1=1 --",
            "' OR '1'='1",
            "\" OR \"\"=\"",
            "') OR ('1'='1",
            "1; DROP TABLE device; --",
            "'; DELETE FROM account; --",
            "' UNION SELECT id, password FROM account --",
            "%",
            "_",
            "HWHASH%",
            "HWHASH_1",
            "*",
            "?",
            "?1",
            ":q",
            "$1",
            "NULL",
            "0x27",
            "%27%20OR%201=1",
            "x' AND randomblob(1000000000) --",
            "\\",
            "\u0001",
            "\u2019 OR 1=1 --",
            "-1",
            "99999999999999999999",
            "1e308");

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    private static PageClient approver;
    private static PageClient admin;
    private static String export;

    @BeforeAll
    static void fill() {
        for (int i = 0; i < 5; i++) {
            TESTED.service().put(UUID.randomUUID(), Bodies.with("HWHASH-000" + i, "groupTag", "tag-" + i));
        }
        approver = TESTED.people().signedIn(Role.APPROVER);
        admin = TESTED.people().signedIn(Role.ADMIN);
        export = TESTED.service().token("export");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", "tag"})
    void aSearchFindsNothingByWhatIsNoName(String field) {
        assertThat(devices("")).isEqualTo(5);
        assertThat(devices("?q=hwhash-0001")).isEqualTo(1);
        for (String text : NASTY) {
            assertThat(devices("?" + field + "=" + PageClient.encoded(text)))
                    .as(text)
                    .isZero();
        }
        assertThat(devices("")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devices?q=",
                "/devices?state=",
                "/devices?tag=",
                "/devices?untagged=",
                "/devices?findings=",
                "/devices?token=",
                "/devices?day=",
                "/devices?sort=",
                "/devices?after=",
                "/devices?report=",
                "/code/"
            })
    void noFieldOfTheListMakesTheServiceFail(String start) {
        for (String text : texts(start)) {
            Reply reply = approver.get(start + PageClient.encoded(text));
            assertThat(reply.status()).as(start + text).isIn(200, 303, 400, 404);
        }
    }

    @Test
    void neitherDoAnyOfTheOtherPagesOrTheApi() {
        for (String text : texts("others")) {
            String value = PageClient.encoded(text);
            assertThat(admin.get("/audit?before=" + value).status()).as(text).isIn(200, 400);
            assertThat(admin.get("/devices/1?report=" + value).status())
                    .as(text)
                    .isIn(200, 400, 404);
            assertThat(approver.get("/selections/1?outcome=" + value).status())
                    .as(text)
                    .isIn(200, 400, 404);
            for (String field : List.of("q", "serialNumber", "groupTag", "pageToken", "pageSize", "state", "format")) {
                assertThat(TESTED.service()
                                .get("/v1/devices?" + field + "=" + value, "Authorization", "Bearer " + export)
                                .status())
                        .as(field + text)
                        .isIn(200, 400);
            }
        }
    }

    private static List<String> texts(String seed) {
        Random random = new Random(seed.hashCode());
        List<String> texts = new ArrayList<>(NASTY);
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.appendCodePoint(random.nextInt(8) == 0 ? random.nextInt(1, 0xd800) : random.nextInt(' ', 0x7f));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static long devices(String query) {
        Reply reply = approver.get("/devices" + query);
        assertThat(reply.status()).isIn(200, 400);
        return ROW.matcher(reply.text())
                .results()
                .map(row -> row.group(1))
                .distinct()
                .count();
    }
}

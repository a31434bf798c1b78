// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.PageClient;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.account.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions that somebody would put another device under, or take from somebody else. */
class DecisionIT {

    private static final int ROUNDS = 50;
    private static final Pattern FIELD =
            Pattern.compile("name=\"(report|content|seen|decision|tag|user)\" value=\"([^\"]*)\"");

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    private static PageClient approver;

    @BeforeAll
    static void enter() {
        TESTED.people().make("second", Role.APPROVER);
        approver = TESTED.people().signedIn(Role.APPROVER);
    }

    /** A hash with the identity of the device, but of another machine, in a report that claims any time. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2000-01-01T00:00:00Z", "2026-01-15T09:59:59Z", "2026-01-16T10:00:00Z", "2090-01-01T00:00:00Z"})
    void noLaterReportPutsItsHashUnderAnApproval(String forged) {
        String serial = "HWHASH-TIME-" + forged.substring(0, 10);
        SyntheticHash first = SyntheticHash.of(serial);
        String device = reported(serial, first.text());
        decide(approver, device, "approve", form(approver, device));
        assertThat(exported(serial)).contains(first.text());
        assertThat(state(device)).isEqualTo("approved");

        SyntheticHash swapped = first.time(Instant.parse(forged)).osBuild(22631);
        reported(serial, swapped.text());

        assertThat(exportedAs("approved")).doesNotContain(swapped.text());
        if (state(device).equals("approved")) {
            assertThat(exported(serial)).contains(first.text());
        } else {
            assertThat(state(device)).isEqualTo("pending");
        }
    }

    @Test
    void aFormOfAnotherDeviceOrReportDecidesNothing() {
        String one = reported("HWHASH-FORM-1", SyntheticHash.of("HWHASH-FORM-1").text());
        String other =
                reported("HWHASH-FORM-2", SyntheticHash.of("HWHASH-FORM-2").text());
        Map<String, String> form = form(approver, one);

        assertThat(decide(approver, other, "approve", form).status()).isIn(404, 409);
        Map<String, String> content = new LinkedHashMap<>(form);
        content.put("content", "0".repeat(64));
        assertThat(decide(approver, one, "approve", content).status()).isIn(404, 409);
        Map<String, String> report = new LinkedHashMap<>(form);
        report.put("report", UUID.randomUUID().toString());
        assertThat(decide(approver, one, "approve", report).status()).isIn(404, 409);
        assertThat(state(one)).isEqualTo("pending");
        assertThat(state(other)).isEqualTo("pending");
    }

    @Test
    void ofTwoApproversAtOnceOneDecidesAndTheOtherIsTold() throws Exception {
        PageClient second = TESTED.people().signedIn("second");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < ROUNDS; i++) {
                String serial = "HWHASH-BOTH-" + i;
                String device = reported(serial, SyntheticHash.of(serial).text());
                Map<String, String> form = form(approver, device);
                Map<String, String> others = form(second, device);
                Future<Reply> approved = both.submit(() -> decide(approver, device, "approve", form));
                Future<Reply> rejected = both.submit(() -> decide(second, device, "reject", others));

                List<Integer> both2 =
                        List.of(approved.get().status(), rejected.get().status());
                assertThat(both2).containsExactlyInAnyOrder(303, 409);
                assertThat(state(device)).isEqualTo(approved.get().status() == 303 ? "approved" : "rejected");
            }
        } finally {
            both.shutdownNow();
        }
    }

    /** A number in an address is easily changed. */
    @Test
    void aSelectionIsOnlyForWhoeverMadeIt() {
        String device =
                reported("HWHASH-OWNER", SyntheticHash.of("HWHASH-OWNER").text());
        String selection = approver.post(
                        "/devices", "/selections", Map.of("device", device.substring("/devices/".length())))
                .location();
        assertThat(approver.get(selection).status()).isEqualTo(200);

        for (PageClient other :
                List.of(TESTED.people().signedIn("second"), TESTED.people().signedIn(Role.ADMIN))) {
            assertThat(other.get(selection).status()).isEqualTo(404);
            assertThat(other.get(selection + "/file?format=autopilot&encoding=utf-8&rows=")
                            .status())
                    .isIn(400, 404);
            Map<String, String> order = Map.of("tag-mode", "suggested", "user-mode", "suggested");
            assertThat(other.post("/password", selection + "/approve", order).status())
                    .isEqualTo(404);
            assertThat(other.post("/password", selection + "/reject", Map.of()).status())
                    .isEqualTo(404);
        }
        assertThat(state(device)).isEqualTo("pending");
    }

    private static String reported(String serial, String hash) {
        assertThat(TESTED.service()
                        .put(UUID.randomUUID(), Bodies.report(serial, hash))
                        .status())
                .isEqualTo(201);
        String list = approver.get("/devices?q=" + serial).text();
        return Pattern.compile("/devices/[0-9]+")
                .matcher(list)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    /** What the page of a device sends when its button is pressed. */
    private static Map<String, String> form(PageClient client, String device) {
        Reply page = client.get(device);
        Map<String, String> form = new LinkedHashMap<>();
        FIELD.matcher(page.text()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        form.put("csrf", page.csrf().orElseThrow());
        return form;
    }

    private static Reply decide(PageClient client, String device, String verdict, Map<String, String> form) {
        return client.postBare(device + "/" + verdict, form);
    }

    private static String state(String device) {
        return Pattern.compile("badge badge-(pending|approved|rejected)")
                .matcher(approver.get(device).text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String exported(String serial) {
        return exportedAs("")
                .lines()
                .filter(line -> line.contains(serial))
                .findFirst()
                .orElse("");
    }

    private static String exportedAs(String state) {
        String query = "/v1/export?format=json" + (state.isEmpty() ? "" : "&state=" + state);
        return TESTED.service()
                .get(query, "Authorization", "Bearer " + TESTED.service().token("export"))
                .text();
    }
}

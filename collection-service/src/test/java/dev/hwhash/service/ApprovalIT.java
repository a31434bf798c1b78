// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One device approved, rejected and deleted on its page, through HTTP. */
class ApprovalIT {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(report|content|seen|decision)\" value=\"([^\"]*)\">");

    @TempDir
    Path folder;

    private ServiceProcess service;

    @BeforeEach
    void start() {
        service = ServiceProcess.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void report(String time, String tag) {
        String hash = SyntheticHash.of("SN-1").time(Instant.parse(time)).text();
        byte[] body = Bodies.with(Map.of("serialNumber", "SN-1", "hardwareHash", hash, "groupTag", tag));
        assertThat(service.put(UUID.randomUUID(), body).status()).isEqualTo(201);
    }

    /** What the first form of the page would send, and more. */
    private static String[] form(SignedIn browser, String... more) {
        Matcher field = HIDDEN.matcher(browser.get("/devices/1").text());
        List<String> fields = new ArrayList<>();
        while (field.find() && fields.size() < 8) {
            fields.add(field.group(1));
            fields.add(field.group(2));
        }
        assertThat(fields).hasSize(8);
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    private String exported(String state) {
        String query = state.isEmpty() ? "" : "&state=" + state;
        ServiceProcess.Answer answer = service.get(
                "/v1/export?format=autopilot" + query, "Authorization", "Bearer " + service.token("export"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Test
    void whatAnApproverSawAndSetIsWhatIsExportedAsApproved() {
        report("2026-01-15T10:00:00Z", "Suggested");
        SignedIn approver = SignedIn.as(service, Role.APPROVER);
        assertThat(approver.get("/devices/1").text()).contains("value=\"Suggested\"");

        PageClient.Reply answer =
                approver.post("/devices/1/approve", form(approver, "tag", "Set", "user", "pat@example.org"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/devices/1");
        assertThat(exported("approved"))
                .contains(SyntheticHash.of("SN-1").text())
                .contains(",Set,pat@example.org");
        report("2026-02-15T10:00:00Z", "Later");
        assertThat(exported("approved")).doesNotContain("SN-1");
        assertThat(exported("pending")).contains(",Later");
    }

    @Test
    void whoComesTooLateIsToldWhatHappened() {
        report("2026-01-15T10:00:00Z", "One");
        SignedIn first = SignedIn.as(service, Role.APPROVER, "first");
        SignedIn second = SignedIn.as(service, Role.APPROVER, "second");
        String[] seen = form(second, "tag", "Two");
        assertThat(first.post("/devices/1/approve", form(first, "tag", "One")).status())
                .isEqualTo(303);

        PageClient.Reply late = second.post("/devices/1/approve", seen);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("first approved this device").contains("href=\"/devices/1\"");
        String[] anew = form(second);
        report("2025-12-15T10:00:00Z", "Forged");
        assertThat(second.post("/devices/1/reject", anew).text()).contains("A newer report of this device came");
        assertThat(exported("approved")).contains(",One");
        assertThat(second.post("/devices/1/approve", form(second, "user", "nobody"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRejectedDeviceIsExportedOnlyWhereSomebodyAsksForIt() {
        report("2026-01-15T10:00:00Z", "One");
        SignedIn approver = SignedIn.as(service, Role.APPROVER);
        assertThat(approver.post("/devices/1/reject", form(approver)).status()).isEqualTo(303);

        assertThat(exported("")).doesNotContain("SN-1");
        assertThat(exported("approved")).doesNotContain("SN-1");
        assertThat(exported("rejected")).contains("SN-1");
        assertThat(exported("all")).contains("SN-1");
        String unknown = "/v1/export?state=gone";
        assertThat(service.get(unknown, "Authorization", "Bearer " + service.token("export"))
                        .code())
                .isEqualTo("malformed");
        Path file = folder.resolve("devices.csv");
        ServiceProcess.Ended ended = ServiceProcess.run(
                "export", "--data", folder.resolve("data").toString(), "-o", file.toString(), "--state", "rejected");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(file).content().contains("SN-1");
    }

    @Test
    void onlyAnAdministratorDeletes() {
        report("2026-01-15T10:00:00Z", "One");
        SignedIn approver = SignedIn.as(service, Role.APPROVER);
        approver.get("/devices/1");
        assertThat(approver.post("/devices/1/delete").status()).isEqualTo(403);
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        viewer.get("/devices/1");
        assertThat(viewer.post("/devices/1/approve", form(approver)).status()).isEqualTo(403);
        SignedIn admin = SignedIn.as(service, Role.ADMIN);
        admin.get("/devices/1");

        assertThat(admin.post("/devices/1/delete").status()).isEqualTo(303);

        assertThat(admin.get("/devices/1").status()).isEqualTo(404);
        assertThat(admin.post("/devices/1/delete").status()).isEqualTo(404);
        assertThat(exported("all")).doesNotContain("SN-1");
        report("2026-01-15T10:00:00Z", "One");
        assertThat(admin.get("/devices/2").status())
                .as("it comes back as a new one")
                .isEqualTo(200);
    }

    @Test
    void anAdministratorSetsForHowLongDevicesAreKept() {
        SignedIn admin = SignedIn.as(service, Role.ADMIN);
        assertThat(admin.get("/settings").text()).contains("name=\"retentionDays\"");
        assertThat(admin.post("/settings", "retentionDays", "90").status()).isEqualTo(303);
        assertThat(admin.get("/settings").text()).contains("value=\"90\"").contains("No device is older now.");
        for (String bad : List.of("", "-1", "3651", "1.5", "x")) {
            assertThat(admin.post("/settings", "retentionDays", bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(admin.get("/settings").text()).contains("value=\"90\"");
    }
}

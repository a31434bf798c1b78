// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong on the way to a fake goes wrong before or after the work, as it says. */
class FakeFaultsTest {

    private static final String IMPORT = "/v1.0/deviceManagement/importedWindowsAutopilotDeviceIdentities/import";

    private FakeMicrosoft fake = FakeMicrosoft.start(Behaviour.DEFAULT);
    private RawClient client = RawClient.ofGraph(fake);

    private void restart(Behaviour behaviour) {
        fake.close();
        fake = FakeMicrosoft.start(behaviour);
        client = RawClient.ofGraph(fake);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private RawClient.Got imported() {
        return client.post(
                IMPORT,
                "{\"importedWindowsAutopilotDeviceIdentities\":[{\"serialNumber\":\"HW-1\",\"importId\":\""
                        + UUID.randomUUID() + "\",\"hardwareIdentifier\":\""
                        + SyntheticHash.of("HW-1").text() + "\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED_SECONDS,429,0",
        "THROTTLED_DATE,429,0",
        "THROTTLED_BARE,429,0",
        "UNAVAILABLE,503,0",
        "BAD_GATEWAY_PAGE,502,0",
        "UNAUTHORIZED,401,0",
        "TOKENS_EXPIRE,401,0",
        "FORBIDDEN,403,0",
        "FAILED_AFTER,500,1",
        "TIMED_OUT_AFTER,504,1",
        "SLOW_ANSWER,200,1"
    })
    void anAnswerThatTellsNothingComesBeforeOrAfterTheWork(Fault fault, int status, int records) {
        restart(Behaviour.DEFAULT.faults(Faults.once(fault, "POST", "/import")));
        assertThat(imported().status()).isEqualTo(status);
        assertThat(fake.intune().imports()).hasSize(records);
        assertThat(fake.violations()).isEmpty();
        assertThat(fake.requests()).extracting(seen -> seen.fault()).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({"RESET_BEFORE,0", "RESET_AFTER,1", "CUT_ANSWER,1"})
    void aConnectionEndsBeforeOrAfterTheWork(Fault fault, int records) {
        restart(Behaviour.DEFAULT.faults(Faults.once(fault, "POST", "/import")));
        assertThatThrownBy(this::imported).isInstanceOf(UncheckedIOException.class);
        assertThat(fake.intune().imports()).hasSize(records);
        assertThat(imported().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED_SECONDS", "THROTTLED_DATE", "THROTTLED_BARE"})
    void aThrottleTellsWhenToComeAgainOrDoesNot(Fault fault) {
        restart(Behaviour.DEFAULT.faults(Faults.once(fault, "POST", "/import")));
        String retryAfter = imported().header("Retry-After");
        assertThat(retryAfter)
                .matches(
                        switch (fault) {
                            case THROTTLED_SECONDS -> "[0-9]+";
                            case THROTTLED_DATE -> "\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT";
                            default -> "";
                        });
    }

    @Test
    void theSameSeedBringsTheSameFaults() {
        assertThat(byChance(7)).isEqualTo(byChance(7)).isNotEqualTo(byChance(8));
    }

    private List<Fault> byChance(long seed) {
        Faults faults = Faults.seeded(seed, 30, List.of(Fault.UNAVAILABLE, Fault.FAILED_AFTER));
        restart(Behaviour.DEFAULT.faults(faults));
        for (int i = 0; i < 30; i++) {
            imported();
        }
        return fake.requests().stream().map(seen -> seen.fault()).toList();
    }

    @Test
    void answersComePackedForWhoTakesThat() {
        restart(Behaviour.DEFAULT.packed());
        client.header("Accept-Encoding", "gzip");
        RawClient.Got got = client.get("/v1.0/deviceManagement/windowsAutopilotDeviceIdentities");
        assertThat(got.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(got.header("Transfer-Encoding")).isEqualTo("chunked");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a job is followed: with who has taken it, and with nobody else. */
class TrackingTest {

    private static final String CUSTOMER = "11111111-2222-4333-8444-555555555555";
    private static final String JOB = "/customers/" + CUSTOMER + "/batchJobStatus/0f8c2d6e-1111-4222-8333-444444444444";

    @Test
    void takesThePathAsPartnerCenterGivesIt() throws NotAnEndpointException {
        assertThat(read(JOB)).contains(JOB);
    }

    @Test
    void takesTheSamePathInItsOtherForms() throws NotAnEndpointException {
        assertThat(read("/v1" + JOB)).contains(JOB);
        assertThat(read(JOB.substring(1))).contains(JOB);
        assertThat(read("https://api.partnercenter.microsoft.com/v1" + JOB)).contains(JOB);
        assertThat(read("HTTPS://API.partnercenter.microsoft.com:443/v1" + JOB)).contains(JOB);
    }

    @Test
    void keepsTheSpellingOfThePath() throws NotAnEndpointException {
        String lower = JOB.replace("batchJobStatus", "batchjobstatus");
        assertThat(read(lower)).contains(lower);
    }

    @Test
    void takesThePrefixOfAnEndpointOffAnAbsoluteUrl() throws NotAnEndpointException {
        Endpoint behind = Endpoint.of("https://gateway.example/pc");
        assertThat(Tracking.read("https://gateway.example/pc/v1" + JOB, behind, customer()))
                .contains(new Tracking(JOB));
        assertThat(Tracking.read("https://gateway.example/other/v1" + JOB, behind, customer()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "https://elsewhere.example/v1" + JOB,
                "http://api.partnercenter.microsoft.com/v1" + JOB,
                "https://api.partnercenter.microsoft.com:444/v1" + JOB,
                "https://user@api.partnercenter.microsoft.com/v1" + JOB,
                "//elsewhere.example/v1" + JOB,
                "https:" + JOB,
                "mailto:somebody@elsewhere.example",
                "/customers/99999999-2222-4333-8444-555555555555/batchJobStatus/1",
                "/customers/" + CUSTOMER + "/batchJobStatus/",
                "/customers/" + CUSTOMER + "/batchJobStatus/..",
                "/customers/" + CUSTOMER + "/batchJobStatus/1/../../x",
                "/customers/" + CUSTOMER + "/batchJobStatus/1?next=https://elsewhere.example",
                "/customers/" + CUSTOMER + "/deviceBatches/1",
                "https://api.partnercenter.microsoft.com/ v1" + JOB
            })
    void refusesWhatLeadsElsewhere(String location) throws NotAnEndpointException {
        assertThat(read(location)).isEmpty();
    }

    private static Optional<String> read(String location) throws NotAnEndpointException {
        return Tracking.read(location, Endpoint.of("https://api.partnercenter.microsoft.com"), customer())
                .map(Tracking::path);
    }

    private static CustomerId customer() {
        return CustomerId.of(CUSTOMER).orElseThrow();
    }
}

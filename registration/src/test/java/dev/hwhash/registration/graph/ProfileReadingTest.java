// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.graph.ProfileStatus.Assigned;
import dev.hwhash.registration.graph.ProfileStatus.Failed;
import dev.hwhash.registration.graph.ProfileStatus.NotYet;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What beta says of a device's profile. */
class ProfileReadingTest {

    private static ProfileStatus read(String status, String detail, String more) {
        String json = "{\"deploymentProfileAssignmentStatus\":\"" + status
                + "\",\"deploymentProfileAssignmentDetailedStatus\":\"" + detail + "\"" + more + "}";
        return ProfileReading.of(Json.read(json).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"assignedInSync", "assignedOutOfSync", "assignedUnkownSyncState", "assignedNewState"})
    void whatBeginsWithAssignedIsAssigned(String status) {
        assertThat(read(status, "none", ",\"deploymentProfile\":{\"displayName\":\"Kiosk\"}"))
                .isEqualTo(new Assigned(Optional.of("Kiosk")));
        assertThat(read(status, "none", ",\"deploymentProfile\":null")).isEqualTo(new Assigned(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "notAssigned", "pending", "somethingNew"})
    void anythingElseIsWaitedFor(String status) {
        assertThat(read(status, "none", ""))
                .isInstanceOfSatisfying(
                        NotYet.class,
                        notYet -> assertThat(notYet.words()).contains(status).doesNotContain("none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardwareRequirementsNotMet",
                "surfaceHubProfileNotSupported",
                "holoLensProfileNotSupported",
                "windowsPcProfileNotSupported"
            })
    void aFailureSaysWhy(String detail) {
        assertThat(read("failed", detail, "")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.detail()).isEqualTo(detail);
            assertThat(failed.words()).contains(detail, "profile");
        });
    }

    @Test
    void aDeviceWithoutAStatusIsWaitedFor() {
        assertThat(ProfileReading.of(Json.object())).isInstanceOf(NotYet.class);
    }

    @Property
    void anyTextIsReadAsSomething(@ForAll String status) {
        assertThat(ProfileReading.of(Json.object().put("deploymentProfileAssignmentStatus", status)))
                .isNotNull();
    }
}

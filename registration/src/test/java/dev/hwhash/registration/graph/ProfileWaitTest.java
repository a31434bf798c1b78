// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.graph.RegisteredDevice.Properties;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.graph.ProfileStatus.Assigned;
import dev.hwhash.registration.graph.ProfileStatus.Failed;
import dev.hwhash.registration.graph.ProfileStatus.NotYet;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Waiting for the profile of registered devices, against a fake of Graph's beta. */
class ProfileWaitTest {

    private static final Delays SLOW =
            new Delays(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(20));

    private static String device(Tenant tenant, String serial) {
        return tenant.microsoft.intune().register(serial, "", new Properties("", "", "", ""), false);
    }

    private static Map<String, ProfileStatus> await(Tenant tenant, Duration most, String... ids) {
        return new ProfileWait(tenant.calls(), tenant.time).await(List.of(ids), new Deadline(most, tenant.time));
    }

    @Test
    void eachDeviceIsToldAsItIs() {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.delays(SLOW))) {
            String good = device(tenant, "HWHASH-1");
            String bad = device(tenant, "BADPROFILE-1");
            String none = device(tenant, "NOPROFILE-1");
            Map<String, ProfileStatus> seen = await(tenant, Tenant.HOUR, good, bad, none);
            assertThat(seen.get(good)).isEqualTo(new Assigned(Optional.of("Standard")));
            assertThat(seen.get(bad)).isInstanceOf(Failed.class);
            assertThat(seen.get(none))
                    .isInstanceOfSatisfying(
                            NotYet.class, notYet -> assertThat(notYet.words()).contains("notAssigned", "group"));
            assertThat(tenant.time.passed()).isBetween(Duration.ofMinutes(59), Tenant.HOUR);
            tenant.assertKept();
        }
    }

    @Test
    void itEndsAsSoonAsAllAreAssigned() {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            String id = device(tenant, "HWHASH-1");
            assertThat(await(tenant, Tenant.HOUR, id)).hasSize(1).containsValue(new Assigned(Optional.of("Standard")));
            assertThat(tenant.time.passed()).isZero();
        }
    }

    @Test
    void aDeviceThatIsNotThereIsLookedForUntilTheEnd() {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT)) {
            assertThat(await(tenant, Duration.ofMinutes(2), UUID.randomUUID().toString())
                            .values())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            NotYet.class, notYet -> assertThat(notYet.why()).isEqualTo(Why.DEADLINE));
        }
    }

    @Test
    void aMissingPermissionEndsItAtOnce() {
        try (Tenant tenant = new Tenant(Behaviour.DEFAULT.faults(call -> Fault.FORBIDDEN))) {
            assertThat(await(tenant, Tenant.HOUR, device(tenant, "HWHASH-1")).values())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            NotYet.class, notYet -> assertThat(notYet.why()).isEqualTo(Why.CREDENTIALS));
            assertThat(tenant.time.passed()).isZero();
        }
    }
}

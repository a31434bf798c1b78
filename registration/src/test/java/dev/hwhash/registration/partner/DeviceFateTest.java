// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Fate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Partner Center tells of one device. */
class DeviceFateTest {

    @Test
    void aFinishedDeviceIsRegisteredUnderItsId() {
        assertThat(DeviceFate.of(device("id-1", "finished", "", "")))
                .contains(new Fate.Registered(Optional.of("id-1")));
        assertThat(DeviceFate.of(device("", "Finished", "0", "None"))).contains(new Fate.Registered(Optional.empty()));
    }

    @Test
    void aDeviceOfAnotherTenantIsRefusedByItsCodeAndName() {
        assertThat(DeviceFate.of(device("", "finished_with_errors", "808", "ZtdDeviceAssignedToOtherTenant")))
                .get()
                .isInstanceOfSatisfying(Fate.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("808");
                    assertThat(refused.name()).isEqualTo("ZtdDeviceAssignedToOtherTenant");
                    assertThat(refused.words()).contains("another tenant", "deregister");
                });
    }

    @Test
    void anErrorCountsWhateverTheStatusSays() {
        assertThat(DeviceFate.of(device("", "finished", "812", "not found by its names")))
                .get()
                .isInstanceOf(Fate.Refused.class);
    }

    @Test
    void aDeviceThatTheCustomerHasIsNoError() {
        assertThat(DeviceFate.of(device("id-1", "finished_with_errors", "806", "ZtdDeviceAlreadyAssigned")))
                .get()
                .isInstanceOfSatisfying(
                        Fate.AlreadyRegistered.class,
                        already -> assertThat(already.deviceId()).contains("id-1"));
    }

    @Test
    void anErrorWithoutACodeIsStillOne() {
        assertThat(DeviceFate.of(device("", "finished_with_errors", "", "")))
                .get()
                .isInstanceOf(Fate.Refused.class);
    }

    @Test
    void anythingElseGoesOn() {
        assertThat(DeviceFate.of(device("", "queued", "", ""))).isEmpty();
        assertThat(DeviceFate.of(device("", "processing", "0", ""))).isEmpty();
        assertThat(DeviceFate.of(device("", "unknown", "", ""))).isEmpty();
        assertThat(DeviceFate.of(device("", "", "", ""))).isEmpty();
        assertThat(DeviceFate.of(device("", "something new", "", ""))).isEmpty();
    }

    private static DeviceStatus device(String id, String status, String code, String description) {
        return new DeviceStatus(id, "SN-1", "", status, code, description);
    }
}

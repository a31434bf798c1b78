// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Intune's errors mean, each as Microsoft's tables have it. */
class DeviceErrorTest {

    @ParameterizedTest
    @CsvSource({
        "640, StorageError, failed by itself, later",
        "801, InvalidZtdRequestBody, malformed, again",
        "802, InvalidZtdHardwareHash, not valid, collect it again",
        "803, MissingZtdSerialNumberAndProductKey, both missing, complete the row",
        "806, ZtdDeviceAlreadyAssigned, this tenant already, nothing",
        "807, ZtdDeviceIsNotRegistered, not registered with this tenant, register it first",
        "808, ZtdDeviceAssignedToOtherTenant, another tenant, proof of ownership",
        "808, ZtdDeviceAssignedToAnotherTenant, another tenant, proof of ownership",
        "809, ZtdProfileIsNotRegistered, profile is not known, look at the profile",
        "809, ZtdDeviceHasNoAssignedProfile, no deployment profile is assigned, assign a profile",
        "810, ZtdProfileAssignedToOtherTenant, should not happen, support",
        "811, ZtdDeviceRegisteredByOtherTenant, registered by another tenant, have that partner",
        "812, ZtdDeviceNotFound, match no device, case included",
        "813, ZtdDeviceIsNotUnique, fits more than one device, support",
        "814, ZtdDeviceAlreadyAadRegistered, Entra ID already, remove the old object",
        "815, ZtdDeviceHasNoAssignedProfile, no deployment profile is assigned, assign a profile",
        "908, HardwareMismatchDetected, differ, register it anew",
        "0, ZtdDeviceDuplicated, in one upload twice, the other one",
        "0, HashNot4k, not of the 4K form, collect it again"
    })
    void eachErrorHasItsMeaningAndRemedy(int code, String name, String meaning, String remedy) {
        assertThat(DeviceError.words(code, name)).contains(meaning, remedy);
    }

    @Test
    void aNumberWithTwoMeaningsSaysNothingWithoutItsName() {
        assertThat(DeviceError.of(809, "")).isEmpty();
        assertThat(DeviceError.of(809, "SomethingElse")).isEmpty();
        assertThat(DeviceError.words(809, "SomethingElse")).contains("809 SomethingElse", "nothing is known");
    }

    @Test
    void aNameWithTwoNumbersIsToldApartByThem() {
        assertThat(DeviceError.of(809, "ZtdDeviceHasNoAssignedProfile")).contains(DeviceError.NO_PROFILE);
        assertThat(DeviceError.of(815, "ZtdDeviceHasNoAssignedProfile")).contains(DeviceError.NO_PROFILE_NO_DEFAULT);
    }

    @Test
    void aKnownNumberIsEnoughWhereTheNameIsMissingOrNew() {
        assertThat(DeviceError.of(806, "")).contains(DeviceError.ALREADY_ASSIGNED);
        assertThat(DeviceError.of(808, "ZtdDeviceIsElsewhere")).contains(DeviceError.OTHER_TENANT);
    }

    @Property
    void anUnknownErrorIsShownAsItCame(@ForAll @IntRange(min = 816, max = 907) int code) {
        assertThat(DeviceError.words(code, "ZtdNews")).contains(code + " ZtdNews", "nothing is known");
        assertThat(DeviceError.shortest(code, "ZtdNews")).isEqualTo(String.valueOf(code));
    }

    @Test
    void anErrorWithoutANumberIsCalledByItsName() {
        assertThat(DeviceError.shortest(0, "ZtdDeviceDuplicated")).isEqualTo("ZtdDeviceDuplicated");
        assertThat(DeviceError.shortest(0, "")).isEqualTo("unknown");
    }
}

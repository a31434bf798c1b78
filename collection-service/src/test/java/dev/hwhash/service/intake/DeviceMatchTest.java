// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.TestDevices;
import dev.hwhash.device.hash.SyntheticHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceMatchTest {

    private static final DeviceIdentity DEVICE = DeviceIdentity.of(TestDevices.device("HWHASH-0001"));

    @Test
    void theFirstSameDeviceIsItAndAnotherOneIsFlagged() {
        DeviceMatch match = DeviceMatch.of(DEVICE, List.of(known(1, other()), known(7, DEVICE), known(9, DEVICE)));
        assertThat(match.device().map(KnownDevice::id)).contains(7L);
        assertThat(match.flags()).containsExactly("device-twice:9");
    }

    @Test
    void anotherTpmInTheSameBoardIsADeviceOfItsOwn() {
        DeviceIdentity newTpm = DeviceIdentity.of(
                TestDevices.device(SyntheticHash.of("HWHASH-0001").ek(42), "HWHASH-0001"));
        DeviceMatch match = DeviceMatch.of(newTpm, List.of(known(7, DEVICE)));
        assertThat(match.device()).isEmpty();
        assertThat(match.flags()).containsExactly("device-two-tpms:7");
    }

    @Test
    void aDoubtJoinsNothing() {
        DeviceIdentity serialAlone = new DeviceIdentity(
                Optional.empty(), Optional.empty(), DEVICE.serialNumber(), Optional.empty(), Optional.empty());
        DeviceMatch match = DeviceMatch.of(serialAlone, List.of(known(7, DEVICE)));
        assertThat(match.device()).isEmpty();
        assertThat(match.flags()).containsExactly("device-maybe-twice:7");
    }

    @Test
    void theNewerFactsAreToldByTheTimeInsideTheHash() {
        Instant now = Instant.parse("2026-02-01T00:00:00Z");
        Optional<Instant> earlier = Optional.of(now.minusSeconds(60));
        assertThat(Freshness.isNewer(earlier, Optional.of(now))).isFalse();
        assertThat(Freshness.isNewer(Optional.of(now), earlier)).isTrue();
        assertThat(Freshness.isNewer(Optional.empty(), earlier)).isTrue();
    }

    private static DeviceIdentity other() {
        return DeviceIdentity.of(TestDevices.device("HWHASH-0002"));
    }

    private static KnownDevice known(long id, DeviceIdentity identity) {
        return new KnownDevice(id, identity, Optional.empty());
    }
}

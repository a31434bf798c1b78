// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few values, so that any two identities often share some. */
class SameDeviceLawsTest {

    @Property
    void comparingIsSymmetric(@ForAll("identities") DeviceIdentity one, @ForAll("identities") DeviceIdentity other) {
        assertThat(SameDevice.compare(one, other)).isEqualTo(SameDevice.compare(other, one));
    }

    @Property
    void aDeviceIsNeverAnotherThanItself(@ForAll("identities") DeviceIdentity identity) {
        assertThat(SameDevice.compare(identity, identity)).isIn(SameDevice.YES, SameDevice.UNCERTAIN);
    }

    @Property
    void theSurestIdentifierThatBothHaveDecides(
            @ForAll("identities") DeviceIdentity one, @ForAll("identities") DeviceIdentity other) {
        SameDevice same = SameDevice.compare(one, other);

        if (one.ekHash().isPresent() && other.ekHash().isPresent()) {
            assertThat(same == SameDevice.YES).isEqualTo(one.ekHash().equals(other.ekHash()));
            assertThat(same).isNotEqualTo(SameDevice.UNCERTAIN);
        } else if (one.smbiosUuid().isPresent() && other.smbiosUuid().isPresent()) {
            assertThat(same).isEqualTo(one.smbiosUuid().equals(other.smbiosUuid()) ? SameDevice.YES : SameDevice.NO);
        } else {
            assertThat(same).isNotEqualTo(SameDevice.CONFLICT);
        }
    }

    @Provide
    Arbitrary<DeviceIdentity> identities() {
        Arbitrary<Optional<EkHash>> ek = maybe("01", "02").map(digits -> digits.map(d -> EkHash.of(d.repeat(32))));
        Arbitrary<Optional<SmbiosUuid>> uuid =
                maybe("1", "2").map(digits -> digits.map(d -> new SmbiosUuid(new UUID(Long.parseLong(d), 7))));
        return Combinators.combine(
                        ek,
                        uuid,
                        maybe("HWHASH-0001", "HWHASH-0002"),
                        maybe("Contoso", "Fabrikam"),
                        maybe("Book", "Pad"))
                .as(DeviceIdentity::new);
    }

    private static Arbitrary<Optional<String>> maybe(String one, String other) {
        return Arbitraries.of(Optional.empty(), Optional.of(one), Optional.of(other));
    }
}

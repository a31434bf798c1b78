// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Identities for tests. */
final class Identities {

    private Identities() {}

    /** Few values, so that any two identities often share some; all zeros are a UUID too. */
    static Arbitrary<DeviceIdentity> few() {
        Arbitrary<Optional<EkHash>> ek =
                maybe("01", "02", "03").map(digits -> digits.map(d -> EkHash.of(d.repeat(32))));
        Arbitrary<Optional<SmbiosUuid>> uuid =
                maybe("0", "1", "2").map(digits -> digits.map(d -> new SmbiosUuid(new UUID(Long.parseLong(d), 0))));
        return Combinators.combine(
                        ek,
                        uuid,
                        maybe("HWHASH-0001", "HWHASH-0002", "HWHASH-0003"),
                        maybe("Contoso", "Fabrikam"),
                        maybe("Book", "Pad"))
                .as(DeviceIdentity::new);
    }

    private static Arbitrary<Optional<String>> maybe(String... values) {
        List<Optional<String>> all = new ArrayList<>(List.of(Optional.empty()));
        for (String value : values) {
            all.add(Optional.of(value));
        }
        return Arbitraries.of(all);
    }

    /** The device of a number: all its identifiers are its own. */
    static DeviceIdentity numbered(int number) {
        Random random = new Random(number);
        String hex = String.format("%016x%016x", random.nextLong(), random.nextLong());
        UUID uuid = UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        return new DeviceIdentity(
                Optional.of(EkHash.of(hex + hex)),
                Optional.of(new SmbiosUuid(uuid)),
                Optional.of("HWHASH-" + number),
                Optional.of("Contoso"),
                Optional.of("Book 3"));
    }
}

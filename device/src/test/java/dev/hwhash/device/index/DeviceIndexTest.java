// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DeviceIndexTest {

    private static final int MANY = 300_000;

    @Property
    void tellsOfEachIdentifierTheFirstRowThatSharesIt(@ForAll("rows") List<DeviceIdentity> rows) {
        DeviceIndex index = new DeviceIndex();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(index.add(rows.get(i), 100L + i)).isEqualTo(expected(rows, i));
        }
    }

    /** What add has to say, by looking at all earlier rows. */
    private static List<Match> expected(List<DeviceIdentity> rows, int row) {
        List<Match> matches = new ArrayList<>();
        List<Function<DeviceIdentity, Optional<?>>> identifiers =
                List.of(DeviceIdentity::ekHash, DeviceIdentity::smbiosUuid, DeviceIdentity::serialNumber);
        for (Function<DeviceIdentity, Optional<?>> identifier : identifiers) {
            for (int i = 0; i < row; i++) {
                if (shared(identifier, rows.get(i), rows.get(row))) {
                    Match match = new Match(
                            100L + i,
                            SameDevice.compare(rows.get(i), rows.get(row)),
                            shared(DeviceIdentity::serialNumber, rows.get(i), rows.get(row)));
                    if (!matches.contains(match)) {
                        matches.add(match);
                    }
                    break;
                }
            }
        }
        return matches;
    }

    private static boolean shared(
            Function<DeviceIdentity, Optional<?>> identifier, DeviceIdentity one, DeviceIdentity other) {
        return identifier.apply(one).isPresent() && identifier.apply(one).equals(identifier.apply(other));
    }

    @Provide
    Arbitrary<List<DeviceIdentity>> rows() {
        return Identities.few().list().ofMaxSize(12);
    }

    @Property
    void fingerprintsCompareAsTheIdentitiesDo(
            @ForAll("identities") DeviceIdentity one, @ForAll("identities") DeviceIdentity other) {
        assertThat(Fingerprint.compare(Fingerprint.of(one), 0, Fingerprint.of(other), 0))
                .isEqualTo(SameDevice.compare(one, other));
    }

    @Provide
    Arbitrary<DeviceIdentity> identities() {
        return Identities.few();
    }

    @Test
    void findsEachOfManyDevicesAgainAndNoOther() {
        DeviceIndex index = new DeviceIndex();
        for (int i = 0; i < MANY; i++) {
            assertThat(index.add(Identities.numbered(i), i)).isEmpty();
        }
        for (int i = 0; i < MANY; i += 7) {
            assertThat(index.add(Identities.numbered(i), -1)).containsExactly(new Match(i, SameDevice.YES, true));
        }
    }

    @Test
    void findsEachIdentifierAlone() {
        DeviceIndex index = new DeviceIndex();
        for (int i = 0; i < MANY; i++) {
            index.add(Identities.numbered(i), i);
        }
        for (int i = 0; i < MANY; i += 101) {
            DeviceIdentity known = Identities.numbered(i);
            assertThat(index.add(of(known.ekHash(), Optional.empty(), Optional.empty()), -1))
                    .containsExactly(new Match(i, SameDevice.YES, false));
            assertThat(index.add(of(Optional.empty(), known.smbiosUuid(), Optional.empty()), -1))
                    .containsExactly(new Match(i, SameDevice.YES, false));
            assertThat(index.add(of(Optional.empty(), Optional.empty(), known.serialNumber()), -1))
                    .containsExactly(new Match(i, SameDevice.UNCERTAIN, true));
        }
    }

    private static DeviceIdentity of(Optional<EkHash> ek, Optional<SmbiosUuid> uuid, Optional<String> serialNumber) {
        return new DeviceIdentity(ek, uuid, serialNumber, Optional.empty(), Optional.empty());
    }

    @Test
    void threeIdentifiersOfThreeRowsAreThreeMatches() {
        DeviceIndex index = new DeviceIndex();
        EkHash ek = EkHash.of("0f".repeat(32));
        SmbiosUuid uuid = new SmbiosUuid(new UUID(1, 2));
        index.add(of(Optional.empty(), Optional.empty(), Optional.of("HWHASH-0001")), 1);
        index.add(of(Optional.empty(), Optional.of(uuid), Optional.of("HWHASH-0002")), 2);
        index.add(of(Optional.of(ek), Optional.empty(), Optional.of("HWHASH-0003")), 3);

        assertThat(index.add(of(Optional.of(ek), Optional.of(uuid), Optional.of("HWHASH-0001")), 4))
                .containsExactly(
                        new Match(3, SameDevice.YES, false),
                        new Match(2, SameDevice.YES, false),
                        new Match(1, SameDevice.UNCERTAIN, true));
    }

    /** A serial number that a maker has left in all its boards must not make a row slower than the one before. */
    @Test
    void rowsThatShareAllTheirIdentifiersAreFoundAtOnce() {
        DeviceIndex index = new DeviceIndex();
        DeviceIdentity one = Identities.numbered(1);
        index.add(one, 1);
        for (int i = 0; i < MANY; i++) {
            assertThat(index.add(one, -1)).hasSize(1);
        }
    }

    @Test
    void takesAsManyBytesADeviceAsItsDocumentationSays() {
        // The first finds what other tests have left, and is what the second leaves out.
        bytesOfADevice();

        assertThat(bytesOfADevice()).isBetween(84L, 96L);
    }

    private static long bytesOfADevice() {
        long before = used();
        DeviceIndex index = new DeviceIndex();
        for (int i = 0; i < MANY; i++) {
            index.add(Identities.numbered(i), i);
        }
        long bytes = (used() - before) / MANY;
        assertThat(index.add(Identities.numbered(0), -1)).hasSize(1);
        return bytes;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

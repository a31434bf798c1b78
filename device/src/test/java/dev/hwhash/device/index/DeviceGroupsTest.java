// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.index.Claim.Soundness;
import dev.hwhash.device.index.Joining.Contest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DeviceGroupsTest {

    private static final int MANY = 200_000;
    private static final Claim CLAIM = new Claim(Soundness.INTACT, 0, 0, 0);

    private record Row(DeviceIdentity identity, Claim claim) {}

    /** The rules in plain words: a list of rows that stand for a device, each with all the rows of its device. */
    private static final class Model {

        private final List<Row> rows;
        private final List<Integer> standing = new ArrayList<>();
        private final List<Set<Integer>> members = new ArrayList<>();
        private final Set<Integer> unclear = new HashSet<>();

        Model(List<Row> rows) {
            this.rows = rows;
            for (int row = 0; row < rows.size(); row++) {
                add(row);
            }
        }

        private void add(int row) {
            List<Integer> same = new ArrayList<>();
            for (int i = 0; i < standing.size(); i++) {
                if (compare(standing.get(i), row) == SameDevice.YES) {
                    same.add(i);
                }
            }
            if (same.stream().anyMatch(one -> same.stream().anyMatch(other -> differ(one, other)))) {
                unclear.add(row);
                return;
            }
            same.sort(Comparator.comparing(standing::get));
            Set<Integer> all = new HashSet<>(Set.of(row));
            same.forEach(device -> all.addAll(members.get(device)));
            List<Integer> claimants =
                    new ArrayList<>(same.stream().map(standing::get).toList());
            claimants.add(row);
            int best = claimants.get(0);
            for (int claimant : claimants.subList(1, claimants.size())) {
                best = rows.get(best).claim.against(rows.get(claimant).claim).later() ? claimant : best;
            }
            same.sort(Comparator.reverseOrder());
            same.forEach(device -> {
                standing.remove((int) device);
                members.remove((int) device);
            });
            standing.add(best);
            members.add(all);
        }

        private boolean differ(int one, int other) {
            SameDevice verdict = compare(standing.get(one), standing.get(other));
            return one != other && (verdict == SameDevice.NO || verdict == SameDevice.CONFLICT);
        }

        SameDevice compare(int one, int other) {
            return SameDevice.compare(rows.get(one).identity, rows.get(other).identity);
        }
    }

    @Property(tries = 3000)
    void makesTheDevicesThatComparingEachRowWithEachDeviceMakes(@ForAll("rows") List<Row> rows) {
        Model model = new Model(rows);

        GroupedRows grouped = grouped(rows, new ArrayList<>());

        assertThat(grouped.rows()).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            assertThat(grouped.stands(row)).isEqualTo(model.standing.contains(row));
            assertThat(grouped.deviceOf(row) < 0).isEqualTo(model.unclear.contains(row));
            assertThat(grouped.deviceOf(row)).isLessThan(grouped.devices());
        }
        for (Set<Integer> members : model.members) {
            assertThat(members)
                    .extracting(grouped::deviceOf)
                    .containsOnly(grouped.deviceOf(members.iterator().next()));
        }
    }

    private static GroupedRows grouped(List<Row> rows, List<Doubt> doubts) {
        DeviceGroups groups = new DeviceGroups();
        for (int row = 0; row < rows.size(); row++) {
            groups.add(rows.get(row).identity, rows.get(row).claim, 100L + row);
        }
        return groups.finish(doubts::add);
    }

    /** What the merged file says when it is merged again. */
    @Property
    void theRowsThatStandAreAllDevicesOfTheirOwn(@ForAll("rows") List<Row> rows) {
        GroupedRows grouped = grouped(rows, new ArrayList<>());
        List<Row> standing = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (grouped.stands(row)) {
                standing.add(rows.get(row));
            }
        }

        GroupedRows again = grouped(standing, new ArrayList<>());

        for (int row = 0; row < standing.size(); row++) {
            assertThat(again.stands(row)).isTrue();
        }
    }

    @Property
    void eachPairInDoubtIsTold(@ForAll("rows") List<Row> rows) {
        Model model = new Model(rows);
        List<Doubt> doubts = new ArrayList<>();
        List<Doubt> expected = new ArrayList<>();
        for (int one : model.standing) {
            for (int other : model.standing) {
                Optional<String> serial = rows.get(one).identity.serialNumber();
                boolean sameSerial = serial.isPresent()
                        && serial.equals(rows.get(other).identity.serialNumber());
                SameDevice verdict = model.compare(one, other);
                boolean doubt = verdict == SameDevice.CONFLICT || (verdict == SameDevice.UNCERTAIN && sameSerial);
                if (one < other && doubt) {
                    expected.add(new Doubt(100L + one, 100L + other, verdict));
                }
            }
        }

        grouped(rows, doubts);

        assertThat(doubts).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Claim> claims = Combinators.combine(
                        Arbitraries.of(Soundness.class), Arbitraries.of(0, 1, 2, -1), Arbitraries.of(0, 1, 2))
                .as((soundness, hash, collected) -> new Claim(soundness, hash, collected, 0));
        return Combinators.combine(Identities.few(), claims).as(Row::new).list().ofMaxSize(14);
    }

    @Test
    void tellsWhichRowGaveWayToWhichAndWhy() {
        DeviceGroups groups = new DeviceGroups();
        DeviceIdentity device = Identities.numbered(1);
        Claim early = claim(Soundness.INTACT, "2026-01-01T00:00:00Z", 1);
        Claim late = claim(Soundness.INTACT, "2026-01-02T00:00:00Z", 2);
        Claim damaged = claim(Soundness.DAMAGED, "2026-01-03T00:00:00Z", 3);

        assertThat(groups.add(device, late, 1)).isEqualTo(Joining.NEW);
        assertThat(groups.add(device, early, 2).contests())
                .containsExactly(new Contest(1, 2, Claim.Reason.HASH_TIME, false));
        assertThat(groups.add(device, late, 3).contests()).containsExactly(new Contest(3, 1, Claim.Reason.ORDER, true));
        assertThat(groups.add(device, damaged, 4).contests())
                .containsExactly(new Contest(3, 4, Claim.Reason.SOUNDNESS, false));
        assertThat(groups.add(device, new Claim(Soundness.INTACT, 0, 7, 9), 5).contests())
                .containsExactly(new Contest(5, 3, Claim.Reason.ORDER, false));
        assertThat(groups.add(device, new Claim(Soundness.INTACT, 0, 6, 9), 6).contests())
                .containsExactly(new Contest(5, 6, Claim.Reason.COLLECTED_AT, false));
    }

    private static Claim claim(Soundness soundness, String hashTime, int content) {
        return Claim.of(soundness, Optional.of(Instant.parse(hashTime)), Optional.empty(), content);
    }

    @Test
    void aRowThatFitsTwoDevicesNamesBoth() {
        DeviceGroups groups = new DeviceGroups();
        DeviceIdentity one = Identities.numbered(1);
        DeviceIdentity other = Identities.numbered(2);
        DeviceIdentity names = new DeviceIdentity(
                Optional.empty(), Optional.empty(), one.serialNumber(), one.manufacturer(), one.model());
        groups.add(one, CLAIM, 1);
        groups.add(
                new DeviceIdentity(
                        other.ekHash(), other.smbiosUuid(), one.serialNumber(), one.manufacturer(), one.model()),
                CLAIM,
                2);

        assertThat(groups.add(names, CLAIM, 3)).isEqualTo(new Joining(List.of(), List.of(1L, 2L)));
    }

    @Test
    void aTimeOutOfRangeDoesNotCount() {
        for (String time : List.of("1999-12-31T23:59:59Z", "2136-02-07T06:28:16Z")) {
            assertThat(claim(Soundness.INTACT, time, 0).hashTime()).isZero();
        }
        assertThat(claim(Soundness.INTACT, "2136-02-07T06:28:15Z", 0).hashTime())
                .isEqualTo(-1);
        assertThat(claim(Soundness.INTACT, "2000-01-01T00:00:01Z", 0).hashTime())
                .isEqualTo(1);
    }

    @Test
    void findsEachOfManyDevicesAgainInLittleRoom() {
        long before = used();
        DeviceGroups groups = new DeviceGroups();
        for (int i = 0; i < MANY; i++) {
            assertThat(groups.add(Identities.numbered(i), CLAIM, i)).isSameAs(Joining.NEW);
        }
        long bytes = (used() - before) / MANY;
        assertThat(bytes).isBetween(110L, 125L);
        for (int i = 0; i < MANY; i++) {
            assertThat(groups.add(Identities.numbered(i), CLAIM, MANY + i).contests())
                    .hasSize(1);
        }
        GroupedRows grouped = groups.finish(doubt -> {
            throw new AssertionError(doubt);
        });
        assertThat(grouped.devices()).isEqualTo(MANY);
        assertThat(grouped.stands(0)).isFalse();
        assertThat(grouped.stands(MANY)).isTrue();
        assertThat(grouped.deviceOf(MANY + 7)).isEqualTo(grouped.deviceOf(7));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A maker's serial number, one UUID in all its boards: no row may take longer than the one before. */
    @Test
    void devicesThatShareAllButTheirTpmAreAddedAndToldInTime() {
        DeviceGroups groups = new DeviceGroups();
        AtomicInteger doubts = new AtomicInteger();
        DeviceIdentity one = Identities.numbered(1);
        for (int i = 0; i < MANY; i++) {
            groups.add(
                    new DeviceIdentity(
                            Identities.numbered(i).ekHash(),
                            one.smbiosUuid(),
                            one.serialNumber(),
                            one.manufacturer(),
                            one.model()),
                    CLAIM,
                    i);
        }
        groups.finish(doubt -> doubts.incrementAndGet());

        assertThat(doubts.get()).isBetween(MANY - 1, 16 * MANY);
    }
}

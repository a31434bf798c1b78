// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.search.PageWalk.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Page after page, each device comes once, and those that fit come all. */
class PageWalkTest {

    @Property
    void thePagesOfASearchHoldEachDeviceThatFitsOnce(
            @ForAll("devices") List<Names> devices,
            @ForAll("starts") String start,
            @ForAll @IntRange(min = 1, max = 7) int limit) {
        List<Long> fitting = new ArrayList<>();
        for (int i = 0; i < devices.size(); i++) {
            if (devices.get(i).begins(start)) {
                fitting.add(i + 1L);
            }
        }

        assertThat(walk(start, limit, devices)).containsExactlyInAnyOrderElementsOf(fitting);
    }

    @Property
    void thePagesOfAListHoldAllDevicesInOrder(
            @ForAll("devices") List<Names> devices, @ForAll @IntRange(min = 1, max = 7) int limit) {
        assertThat(walk("", limit, devices)).hasSize(devices.size()).isSorted();
    }

    private static List<Long> walk(String start, int limit, List<Names> devices) {
        List<Long> seen = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
            DevicePage page = PageWalk.page(new DeviceQuery(start, limit, after), new Shelf(devices));
            page.devices().forEach(device -> seen.add(device.id()));
            assertThat(page.devices().size()).isLessThanOrEqualTo(limit);
            assertThat(page.next().isPresent())
                    .as("a next page only behind a full one")
                    .isIn(false, page.devices().size() == limit);
            after = page.next().map(Position::cursor).flatMap(Position::of);
        } while (after.isPresent());
        return seen;
    }

    @Provide
    Arbitrary<List<Names>> devices() {
        Arbitrary<String> name = Arbitraries.of("", "A", "a", "ab", "AB", "aB1", "b", "B2", "é");
        return Combinators.combine(name, name, name, name, name)
                .as((a, b, c, d, e) -> new Names(List.of(a, b, c, d, e)))
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of("a", "A", "ab", "b", "é", "zz");
    }

    /** The names of a device in the order of {@link SearchName}; an empty one is not known. */
    record Names(List<String> values) {

        boolean begins(String start) {
            return values.stream().anyMatch(name -> fits(name, start));
        }
    }

    private static boolean fits(String name, String start) {
        return name.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
    }

    /** An index without any. */
    private record Shelf(List<Names> devices) implements PageWalk.Index {

        @Override
        public List<Found> all(long after, int most) {
            List<Found> found = new ArrayList<>();
            for (long id = after + 1; id <= devices.size() && found.size() < most; id++) {
                found.add(found(id, ""));
            }
            return found;
        }

        @Override
        public List<Found> named(String start, Position.ByName after, int most) {
            int kind = List.of(SearchName.values()).indexOf(after.kind());
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < devices.size(); i++) {
                List<String> names = devices.get(i).values();
                boolean earlier = names.subList(0, kind).stream().anyMatch(name -> fits(name, start));
                if (fits(names.get(kind), start) && !earlier) {
                    found.add(found(i + 1L, names.get(kind)));
                }
            }
            Comparator<Found> order = Comparator.comparing(
                            (Found each) -> each.name().toLowerCase(Locale.ROOT))
                    .thenComparing(each -> each.device().id());
            return found.stream()
                    .sorted(order)
                    .filter(each -> after.id() == 0 || order.compare(each, found(after.id(), after.name())) > 0)
                    .limit(most)
                    .toList();
        }

        private static Found found(long id, String name) {
            DeviceRecord facts = new DeviceRecord(Map.of(Field.SERIAL_NUMBER, "SN" + id));
            return new Found(
                    new DeviceSummary(
                            id,
                            facts,
                            Optional.empty(),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            false,
                            List.of(),
                            DeviceState.PENDING,
                            Optional.empty()),
                    name);
        }
    }
}

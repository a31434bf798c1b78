// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.FindingsFilter;
import dev.hwhash.service.search.ListPage;
import dev.hwhash.service.search.ListPlan;
import dev.hwhash.service.search.ListQuery;
import dev.hwhash.service.search.Place;
import dev.hwhash.service.search.TagFilter;
import dev.hwhash.service.store.ListedDevices.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Pages of a real database against a model in a few lines: each device that fits once, and in order. */
class SqlListTest {

    /** Small, so that each plan comes up and most walks are broken off. */
    private static final List<ListPlan.Limits> LIMITS = List.of(
            new ListPlan.Limits(1, 1, 1),
            new ListPlan.Limits(7, 3, 2),
            new ListPlan.Limits(20, 200, 10),
            ListPlan.Limits.USUAL);

    private static final List<String> SEARCHES =
            List.of("", "", "", "s", "SN1", "sn1", "alike", "t", "Book", "con", "0000000", "ZZZZ-ZZZZ", "none%_'\"");

    private static Path folder = Path.of("");
    private static List<Listed> devices = List.of();

    @SuppressWarnings("NullAway.Init")
    private static ReadOnlyDatabase database;

    @BeforeContainer
    static void fill() throws IOException {
        folder = Files.createTempDirectory("list");
        devices = ListedDevices.fill(folder.resolve("test.db"), 160);
        database = ReadOnlyDatabase.open(TestDatabase.at(folder.resolve("test.db")));
    }

    @AfterContainer
    static void remove() throws IOException {
        database.close();
        for (String name : List.of("test.db", "test.db-wal", "test.db-shm")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 300)
    void thePagesOfAListHoldEachDeviceThatFitsOnceAndInOrder(
            @ForAll("filters") DeviceFilter filter,
            @ForAll DeviceOrder order,
            @ForAll @IntRange(min = 1, max = 60) int limit,
            @ForAll @IntRange(max = 3) int limits) {
        List<Long> shown = walk(new SqlDirectory(database, LIMITS.get(limits)), filter, order, limit);
        assertThat(shown).isEqualTo(ListedDevices.model(devices, filter, order));
    }

    @Property(tries = 200)
    void aForgedPlaceShowsWhatFitsBehindIt(
            @ForAll("filters") DeviceFilter filter,
            @ForAll DeviceOrder order,
            @ForAll @IntRange(max = 400) int id,
            @ForAll("keys") String key) {
        boolean time = order.key() == DeviceOrder.Key.TIME;
        Optional<String> forged = time ? Optional.of(Integer.toString(key.hashCode())) : Optional.of(key);
        ListPage page = new SqlDirectory(database)
                .list(new ListQuery(filter, order, 500, Optional.of(new Place(order, forged, id))));
        List<Long> all = ListedDevices.model(devices, filter, order);
        List<Long> shown = page.devices().stream().map(DeviceSummary::id).toList();
        assertThat(shown).isEqualTo(all.subList(all.size() - shown.size(), all.size()));
    }

    private static List<Long> walk(SqlDirectory directory, DeviceFilter filter, DeviceOrder order, int limit) {
        List<Long> shown = new ArrayList<>();
        Optional<Place> after = Optional.empty();
        for (int pages = 0; pages < 1_000; pages++) {
            ListPage page = directory.list(new ListQuery(filter, order, limit, after));
            assertThat(page.devices()).hasSizeLessThanOrEqualTo(limit);
            page.devices().forEach(device -> shown.add(device.id()));
            if (page.rest() instanceof ListPage.Complete) {
                return shown;
            }
            after = Optional.of(next(page.rest()));
            // As a client does.
            assertThat(Place.of(after.get().cursor())).isEqualTo(after);
        }
        throw new AssertionError("the pages do not end");
    }

    private static Place next(ListPage.Rest rest) {
        return rest instanceof ListPage.More more ? more.next() : ((ListPage.GoesOn) rest).next();
    }

    @Provide
    Arbitrary<DeviceFilter> filters() {
        Arbitrary<Optional<DeviceState>> states =
                Arbitraries.of(DeviceState.class).optional(0.4);
        Arbitrary<Optional<TagFilter>> tags = Arbitraries.<TagFilter>of(
                        new TagFilter.Untagged(), new TagFilter.Named("tag-1"), new TagFilter.Named("RARE"))
                .optional(0.4);
        Arbitrary<Optional<FindingsFilter>> findings = Arbitraries.<FindingsFilter>of(
                        new FindingsFilter.Any(),
                        new FindingsFilter.None(),
                        new FindingsFilter.Of("device-two-tpms"),
                        new FindingsFilter.Of("device-two"),
                        new FindingsFilter.Of("serial-placeholder"))
                .optional(0.4);
        Arbitrary<Optional<Long>> tokens = Arbitraries.of(1L, 2L, 9L).optional(0.3);
        Arbitrary<Optional<LocalDate>> days =
                Arbitraries.of(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1)).optional(0.3);
        return Combinators.combine(Arbitraries.of(SEARCHES), states, tags, findings, tokens, days)
                .as(DeviceFilter::new);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("", "SN1", "alike", "Book 1", "tag-1", "zz", "' OR 1=1 --");
    }
}

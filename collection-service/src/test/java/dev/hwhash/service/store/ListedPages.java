// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.ShortCode;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.DevicePage;
import dev.hwhash.service.search.DeviceQuery;
import dev.hwhash.service.search.FindingsFilter;
import dev.hwhash.service.search.ListPage;
import dev.hwhash.service.search.ListPlan;
import dev.hwhash.service.search.ListQuery;
import dev.hwhash.service.search.Place;
import dev.hwhash.service.search.Position;
import dev.hwhash.service.search.TagFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at lists in every order and by every part of a filter, alone and together, some pages far. */
final class ListedPages {

    /** A page looks at no more entries of an index. */
    static final int MOST = 500;

    private static final int PAGES = 3;

    private final SqlDirectory directory;

    ListedPages(ReadOnlyDatabase database) {
        directory = new SqlDirectory(database, new ListPlan.Limits(MOST, MOST / 2, MOST));
    }

    /** Returns how many pages there were. */
    int all() {
        int pages = 0;
        for (DeviceOrder order : DeviceOrder.values()) {
            for (DeviceFilter filter : filters()) {
                pages += walk(filter, order);
            }
        }
        for (String start : List.of("", "SN1", "Default", "contoso", "Tag-3", "Book", "0", "zzzz")) {
            pages += walk(start);
        }
        directory.byCode(ShortCode.read("ABCD-2345").orElseThrow());
        directory.device(4711);
        return pages;
    }

    private static List<DeviceFilter> filters() {
        Optional<DeviceState> pending = Optional.of(DeviceState.PENDING);
        Optional<TagFilter> tag = Optional.of(new TagFilter.Named("Tag-3"));
        Optional<TagFilter> none = Optional.of(new TagFilter.Untagged());
        Optional<LocalDate> day = Optional.of(LocalDate.of(2025, 6, 1));
        List<DeviceFilter> filters = new ArrayList<>();
        for (String search : List.of("", "SN1", "contoso", "Book 3", "ABCD-2345")) {
            filters.add(filter(search, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
            filters.add(filter(search, pending, Optional.empty(), Optional.empty(), Optional.empty()));
            filters.add(filter(search, Optional.empty(), tag, Optional.empty(), Optional.empty()));
            filters.add(filter(search, pending, none, Optional.of(3L), Optional.empty()));
            filters.add(filter(search, pending, Optional.empty(), Optional.of(3L), day));
        }
        for (FindingsFilter findings : List.of(
                new FindingsFilter.Any(), new FindingsFilter.None(), new FindingsFilter.Of("device-two-tpms"))) {
            filters.add(new DeviceFilter(
                    "", Optional.empty(), tag, Optional.of(findings), Optional.empty(), Optional.empty()));
        }
        return filters;
    }

    private static DeviceFilter filter(
            String search,
            Optional<DeviceState> state,
            Optional<TagFilter> tag,
            Optional<Long> token,
            Optional<LocalDate> day) {
        return new DeviceFilter(search, state, tag, Optional.empty(), token, day);
    }

    private int walk(DeviceFilter filter, DeviceOrder order) {
        Optional<Place> after = Optional.empty();
        for (int page = 1; page <= PAGES; page++) {
            ListPage found = directory.list(new ListQuery(filter, order, 50, after));
            if (found.rest() instanceof ListPage.Complete) {
                return page;
            }
            after = Optional.of(
                    found.rest() instanceof ListPage.More more ? more.next() : ((ListPage.GoesOn) found.rest()).next());
        }
        return PAGES;
    }

    private int walk(String start) {
        Optional<Position> after = Optional.empty();
        for (int page = 1; page <= PAGES; page++) {
            DevicePage found = directory.page(new DeviceQuery(start, 50, after));
            after = found.next();
            if (after.isEmpty()) {
                return page;
            }
        }
        return PAGES;
    }
}

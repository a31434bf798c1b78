// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.Lead;
import dev.hwhash.service.search.ListPlan;
import dev.hwhash.service.search.SearchName;
import org.jdbi.v3.core.Handle;

/** Counts a few entries of an index, and never further. For one transaction. */
final class SqlCounts implements ListPlan.Counts {

    private final Handle handle;
    private final FilterSql filter;

    SqlCounts(Handle handle, FilterSql filter) {
        this.handle = handle;
        this.filter = filter;
    }

    @Override
    public int found(Lead lead, int most) {
        if (lead != Lead.SEARCH) {
            return count(ListIndex.of(lead), filter.range(lead), most);
        }
        int found = filter.hasCode() ? count("(" + FilterSql.CODE + " LIMIT :most)", most) : 0;
        for (SearchName name : SearchName.values()) {
            if (found < most) {
                found += count(ListIndex.of(name), filter.fits(name), most - found);
            }
        }
        return found;
    }

    @Override
    public boolean isFoundElsewhere(DeviceOrder.Key key) {
        int found = filter.hasCode() ? count("(" + FilterSql.CODE + " LIMIT :most)", 1) : 0;
        for (SearchName name : SearchName.values()) {
            if (found == 0 && !ListIndex.of(name).equals(ListIndex.of(key))) {
                found = count(ListIndex.of(name), filter.fits(name), 1);
            }
        }
        return found > 0;
    }

    @Override
    public int fitting(Lead lead, int most) {
        return count(ListIndex.of(lead), filter.range(lead) + " AND " + filter.withoutSearch(), most);
    }

    private int count(String index, String condition, int most) {
        return count(
                "(SELECT 1 FROM " + filter.dialect().devicesBy(index) + " WHERE " + condition + " LIMIT :most)", most);
    }

    private int count(String rows, int most) {
        return filter.bind(handle.createQuery("SELECT count(*) FROM " + rows + " AS found"))
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Lead;
import dev.hwhash.service.search.ListPage;
import dev.hwhash.service.search.ListPlan;
import dev.hwhash.service.search.ListQuery;
import dev.hwhash.service.search.Place;
import dev.hwhash.service.search.SearchName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Pages of a list, as {@link ListPlan} finds them. For one transaction. */
final class SqlList {

    private final Handle handle;
    private final Dialect dialect;
    private final ListQuery query;
    private final ListPlan.Limits limits;
    private final FilterSql filter;
    private final OrderSql order;

    SqlList(Handle handle, ListQuery query, ListPlan.Limits limits, Dialect dialect) {
        this.dialect = dialect;
        this.handle = handle;
        this.query = query;
        this.limits = limits;
        this.filter = FilterSql.of(query.filter(), dialect);
        this.order = new OrderSql(query.order(), query.after(), dialect);
    }

    ListPage page() {
        ListPlan plan = ListPlan.of(query.filter(), query.order(), new SqlCounts(handle, filter), limits);
        if (plan instanceof ListPlan.Collect collect) {
            return page(collect(collect.lead()), Optional.empty());
        }
        return walk((ListPlan.Walk) plan);
    }

    /** One more than is shown tells whether there is a next page. */
    private int wanted() {
        return query.limit() + 1;
    }

    private List<Place> collect(Lead lead) {
        String from = lead == Lead.SEARCH
                // Read from left to right, so that the few hits lead, whatever the planner thinks of them.
                ? "(" + hits() + ") AS hits" + dialect.thenDevice("hit") + " WHERE TRUE"
                : dialect.devicesBy(ListIndex.of(lead), filter.range(lead));
        String sql = "SELECT id, " + order.column() + " AS place FROM " + from + " AND " + filter.all() + " AND ("
                + String.join(" OR ", order.ranges()) + ")" + order.orderBy() + " LIMIT :wanted";
        return places(sql, wanted());
    }

    private String hits() {
        List<String> hits = new ArrayList<>();
        for (SearchName name : SearchName.values()) {
            hits.add("SELECT id AS hit FROM " + dialect.devicesBy(ListIndex.of(name)) + " WHERE " + filter.fits(name));
        }
        if (filter.hasCode()) {
            hits.add(FilterSql.CODE);
        }
        return String.join(" UNION ", hits);
    }

    private ListPage walk(ListPlan.Walk walk) {
        List<Place> found = new ArrayList<>();
        int left = walk.most();
        for (String range : order.ranges()) {
            found.addAll(found(entries(walk, range, filter.columns()), left, wanted() - found.size()));
            if (found.size() == wanted()) {
                return page(found, Optional.empty());
            }
            // Without the filter's columns: what the index holds is enough to count.
            String entries = entries(walk, range, List.of());
            Optional<Place> last = entry(entries, left);
            if (last.isPresent()) {
                return page(found, Optional.of(new ListPage.GoesOn(last.get(), walk.most())));
            }
            left -= count(entries, left);
        }
        return page(found, Optional.empty());
    }

    private String entries(ListPlan.Walk walk, String range, Iterable<String> asked) {
        Optional<Lead> part = walk.lead().filter(lead -> lead != Lead.SEARCH);
        String index = part.map(ListIndex::of).orElse(ListIndex.of(query.order().key()));
        String lead = walk.lead().equals(Optional.of(Lead.SEARCH))
                ? SqlIndex.fits(order.column(), dialect)
                : part.map(filter::range).orElse("1 = 1");
        Set<String> columns = new LinkedHashSet<>(List.of("id", order.column()));
        asked.forEach(columns::add);
        return "SELECT " + String.join(", ", columns) + " FROM " + dialect.devicesBy(index) + " WHERE " + lead + " AND "
                + range + order.orderBy();
    }

    /** The inner limit bounds the steps; without an order of its own the outer query stops at the last one wanted. */
    private List<Place> found(String entries, int most, int wanted) {
        String sql = "SELECT id, " + order.column() + " AS place FROM (" + entries + " LIMIT " + most
                + ") AS entries WHERE " + filter.all() + " LIMIT :wanted";
        return places(sql, wanted);
    }

    /** Returns the entry at which the steps were used up. */
    private Optional<Place> entry(String entries, int number) {
        String sql = "SELECT id, " + order.column() + " AS place FROM (" + entries + " LIMIT :wanted OFFSET "
                + (number - 1) + ") AS entries";
        return places(sql, 1).stream().findFirst();
    }

    private int count(String entries, int most) {
        return bound("SELECT count(*) FROM (" + entries + " LIMIT " + most + ") AS entries")
                .mapTo(Integer.class)
                .one();
    }

    private List<Place> places(String sql, int wanted) {
        return bound(sql)
                .bind("wanted", wanted)
                .map((row, context) -> place(row))
                .list();
    }

    private Query bound(String sql) {
        return order.bind(filter.bind(handle.createQuery(sql)));
    }

    private Place place(ResultSet row) throws SQLException {
        return new Place(query.order(), Optional.ofNullable(row.getString("place")), row.getLong("id"));
    }

    private ListPage page(List<Place> found, Optional<ListPage.GoesOn> goesOn) {
        List<DeviceSummary> devices =
                devices(found.stream().limit(query.limit()).map(Place::id).toList());
        if (found.size() > query.limit()) {
            return new ListPage(devices, new ListPage.More(found.get(query.limit() - 1)));
        }
        return new ListPage(devices, goesOn.<ListPage.Rest>map(rest -> rest).orElse(new ListPage.Complete()));
    }

    private List<DeviceSummary> devices(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, DeviceSummary> rows = handle.createQuery(SqlIndex.DEVICE + " WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> DeviceViews.summary(row))
                .collect(Collectors.toMap(DeviceSummary::id, Function.identity()));
        return ids.stream().map(rows::get).toList();
    }
}

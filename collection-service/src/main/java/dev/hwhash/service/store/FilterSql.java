// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.ShortCode;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.FindingsFilter;
import dev.hwhash.service.search.Lead;
import dev.hwhash.service.search.SearchName;
import dev.hwhash.service.search.TagFilter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/** A filter as conditions on the columns of a device. Nothing in the SQL comes from outside: values are bound. */
final class FilterSql {

    private final Map<Lead, String> conditions = new EnumMap<>(Lead.class);
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final TreeSet<String> columns = new TreeSet<>();

    private final Dialect dialect;

    private FilterSql(Dialect dialect) {
        this.dialect = dialect;
    }

    static FilterSql of(DeviceFilter filter, Dialect dialect) {
        FilterSql sql = new FilterSql(dialect);
        filter.findings().ifPresent(sql::findings);
        filter.tag().ifPresent(sql::tag);
        filter.token().ifPresent(token -> sql.add(Lead.TOKEN, "token", "token = :token", "token", token));
        filter.state().ifPresent(state -> sql.add(Lead.STATE, "state", "state = :state", "state", state.toString()));
        filter.day().ifPresent(sql::day);
        if (!filter.search().isEmpty()) {
            sql.search(filter);
        }
        return sql;
    }

    private void add(Lead lead, String column, String condition, String name, Object value) {
        conditions.put(lead, condition);
        columns.add(column);
        values.put(name, value);
    }

    private void findings(FindingsFilter findings) {
        columns.add("flags");
        if (findings instanceof FindingsFilter.Any) {
            conditions.put(Lead.FINDINGS, "flags <> ''");
        } else if (findings instanceof FindingsFilter.None) {
            conditions.put(Lead.FINDINGS, "flags = ''");
        } else if (findings instanceof FindingsFilter.Of rule) {
            conditions.put(
                    Lead.FINDINGS,
                    "flags <> '' AND (' ' || flags || ' ' LIKE :rule OR ' ' || flags LIKE :ruleOfOther)");
            values.put("rule", "% " + rule.id() + " %");
            values.put("ruleOfOther", "% " + rule.id() + ":%");
        }
    }

    private void tag(TagFilter tag) {
        if (tag instanceof TagFilter.Named named) {
            add(Lead.TAG, "group_tag", dialect.name("group_tag") + " = " + dialect.nameOf(":tag"), "tag", named.tag());
        } else {
            columns.add("group_tag");
            conditions.put(Lead.TAG, dialect.nameless("group_tag"));
        }
    }

    private void day(LocalDate day) {
        columns.add("last_received_at");
        conditions.put(Lead.TIME, "last_received_at >= :dayStart AND last_received_at < :dayEnd");
        values.put("dayStart", millis(day));
        values.put("dayEnd", millis(day.plusDays(1)));
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private void search(DeviceFilter filter) {
        List<String> hits = new ArrayList<>();
        for (SearchName name : SearchName.values()) {
            columns.add(SqlIndex.column(name));
            hits.add(fits(name));
        }
        values.put("start", filter.search());
        values.put("last", filter.search() + SqlIndex.LAST);
        filter.code().ifPresent(code -> {
            hits.add("id IN (" + CODE + ")");
            values.put("codeFirst", first(code));
            values.put("codeLast", last(code));
        });
        conditions.put(Lead.SEARCH, "(" + String.join(" OR ", hits) + ")");
    }

    /** The devices whose name begins so. */
    String fits(SearchName name) {
        return SqlIndex.fits(SqlIndex.column(name), dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    /** The reports that a code may mean. */
    static final String CODE = "SELECT device FROM report WHERE report_id >= :codeFirst AND report_id <= :codeLast";

    static String first(ShortCode code) {
        return code.uuidStart();
    }

    /** Behind the last digit of an id. */
    static String last(ShortCode code) {
        return code.uuidStart() + "g";
    }

    /** What each device that fits fulfils. */
    String all() {
        return and(conditions.values());
    }

    /** The same without the search, which no index of the list holds. */
    String withoutSearch() {
        Map<Lead, String> others = new EnumMap<>(conditions);
        others.remove(Lead.SEARCH);
        return and(others.values());
    }

    /** What an index of the list is asked for: its lead, and the day. */
    String range(Lead lead) {
        Map<Lead, String> ends = new EnumMap<>(conditions);
        ends.keySet().retainAll(List.of(lead, Lead.TIME));
        if (lead == Lead.FINDINGS) {
            // One rule's devices are no range: to count them could mean to look at all.
            ends.put(lead, "flags <> ''");
        }
        return and(ends.values());
    }

    private static String and(Iterable<String> conditions) {
        String all = String.join(") AND (", conditions);
        return all.isEmpty() ? "1 = 1" : "(" + all + ")";
    }

    /** The columns that the conditions read. */
    Iterable<String> columns() {
        return columns;
    }

    boolean hasCode() {
        return values.containsKey("codeFirst");
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return statement.bindMap(values);
    }
}

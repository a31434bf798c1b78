// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.device.check.DeviceRule;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.selection.SelectionView;
import dev.hwhash.service.selection.SelectionView.TagCount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Sums a selection up. For one transaction. */
final class SelectionViews {

    private static final int MOST_TAGS = 5;

    private static final String DEVICES =
            " FROM selection_member m JOIN device d ON d.id = m.device WHERE m.selection = :id ";

    private final Handle handle;
    private final long id;

    SelectionViews(Handle handle, long id) {
        this.handle = handle;
        this.id = id;
    }

    SelectionView view(long size, Optional<SelectionRows.Ordered> ordered) {
        return new SelectionView(
                id,
                size,
                counts(
                        DeviceState.class,
                        "SELECT d.state AS name, count(*) AS devices" + DEVICES + "GROUP BY d.state",
                        DeviceState::named),
                number("SELECT count(*)" + DEVICES + "AND d.flags <> ''"),
                number("SELECT count(*)" + DEVICES + "AND d.flags LIKE '%" + DeviceRule.DEVICE_TWO_TPMS.id() + ":%'"),
                tags(),
                ordered.map(SelectionRows.Ordered::order),
                counts(
                        MemberOutcome.class,
                        "SELECT m.outcome AS name, count(*) AS devices FROM selection_member m"
                                + " WHERE m.selection = :id AND m.outcome IS NOT NULL GROUP BY m.outcome",
                        MemberOutcome::named));
    }

    private long number(String sql) {
        return handle.createQuery(sql).bind("id", id).mapTo(Long.class).one();
    }

    private <E extends Enum<E>> Map<E, Long> counts(Class<E> type, String sql, Function<String, Optional<E>> named) {
        Map<E, Long> counts = new EnumMap<>(type);
        handle.createQuery(sql)
                .bind("id", id)
                .map((row, context) ->
                        Map.entry(named.apply(row.getString("name")).orElseThrow(), row.getLong("devices")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private List<TagCount> tags() {
        return handle.createQuery("SELECT d.group_tag AS tag, count(*) AS devices" + DEVICES
                        + "GROUP BY d.group_tag ORDER BY devices DESC, tag LIMIT " + MOST_TAGS)
                .bind("id", id)
                .map((row, context) -> new TagCount(Optional.ofNullable(row.getString("tag")), row.getLong("devices")))
                .list();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.PageWalk;
import dev.hwhash.service.search.Position;
import dev.hwhash.service.search.SearchName;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Ranges of the indexes of {@code V2__search.sql}. For one transaction. */
final class SqlIndex implements PageWalk.Index {

    static final String DEVICE = "SELECT id, serial_number, windows_product_id, manufacturer, model, group_tag,"
            + " assigned_user, smbios_uuid, first_received_at, last_received_at, hash_report IS NOT NULL AS has_hash,"
            + " flags, state, token, (SELECT name FROM token WHERE id = device.token) AS token_name, client"
            + " FROM device";

    /** The last character of Unicode, behind all that begins alike. */
    static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final Handle handle;
    private final Dialect dialect;

    SqlIndex(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public List<PageWalk.Found> all(long after, int most) {
        return handle.createQuery(DEVICE + " WHERE id > :after ORDER BY id LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new PageWalk.Found(DeviceViews.summary(row), ""))
                .list();
    }

    @Override
    public List<PageWalk.Found> named(String start, Position.ByName after, int most) {
        if (after.id() == 0) {
            return range(start, after, "", most);
        }
        List<PageWalk.Found> found = new ArrayList<>();
        for (String behind : dialect.behind(dialect.name(column(after.kind())), dialect.nameOf(":name"), ">")) {
            if (found.size() < most) {
                found.addAll(range(start, after, behind, most - found.size()));
            }
        }
        return found;
    }

    /** Nothing in the SQL comes from outside: values are bound. */
    private List<PageWalk.Found> range(String start, Position.ByName after, String behind, int most) {
        String column = column(after.kind());
        StringBuilder sql = new StringBuilder(DEVICE).append(" WHERE ");
        // What is added to the column keeps the lower bound of the index for what stands behind the last page.
        sql.append(
                behind.isEmpty()
                        ? fits(column, dialect)
                        : behind + " AND " + from("(" + column + " || '')", dialect) + " AND "
                                + until(column, dialect));
        for (SearchName earlier : SearchName.values()) {
            if (earlier.compareTo(after.kind()) < 0) {
                sql.append(" AND NOT coalesce(")
                        .append(fits(column(earlier), dialect))
                        .append(", FALSE)");
            }
        }
        sql.append(" ORDER BY ").append(dialect.name(column)).append(" NULLS FIRST, id LIMIT :most");
        Query query = handle.createQuery(sql.toString())
                .bind("start", start)
                .bind("last", start + LAST)
                .bind("most", most);
        if (!behind.isEmpty()) {
            query.bind("name", after.name());
        }
        if (behind.contains(":id")) {
            query.bind("id", after.id());
        }
        return query.map((row, context) -> new PageWalk.Found(DeviceViews.summary(row), row.getString(column)))
                .list();
    }

    static String fits(String column, Dialect dialect) {
        return from(column, dialect) + " AND " + until(column, dialect);
    }

    private static String from(String column, Dialect dialect) {
        return dialect.name(column) + " >= " + dialect.nameOf(":start");
    }

    private static String until(String column, Dialect dialect) {
        return dialect.name(column) + " < " + dialect.nameOf(":last");
    }

    static String column(SearchName name) {
        return switch (name) {
            case SERIAL_NUMBER -> "serial_number";
            case SMBIOS_UUID -> "smbios_uuid";
            case GROUP_TAG -> "group_tag";
            case MODEL -> "model";
            case MANUFACTURER -> "manufacturer";
        };
    }
}

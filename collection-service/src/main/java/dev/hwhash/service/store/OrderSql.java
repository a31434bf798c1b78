// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * An order as ranges of an index, to be read one after the other.
 */
final class OrderSql {

    private final DeviceOrder order;
    private final Optional<Place> after;
    private final Dialect dialect;

    OrderSql(DeviceOrder order, Optional<Place> after, Dialect dialect) {
        this.dialect = dialect;
        this.order = order;
        this.after = after;
    }

    /** What is compared. */
    String column() {
        return switch (order.key()) {
            case TIME -> "last_received_at";
            case SERIAL_NUMBER -> "serial_number";
            case MODEL -> "model";
            case GROUP_TAG -> "group_tag";
        };
    }

    /** The condition of each range behind the place, in order. */
    List<String> ranges() {
        return order.key() == DeviceOrder.Key.TIME ? times() : names();
    }

    private List<String> times() {
        String column = column();
        return after.isEmpty() ? List.of("1 = 1") : dialect.behind(column, ":key", beyond());
    }

    private List<String> names() {
        String nameless = dialect.nameless(column());
        String named = dialect.named(column());
        String name = dialect.name(column());
        String key = dialect.nameOf(":key");
        String id = "id " + beyond() + " :id";
        if (after.isEmpty()) {
            return order.isDown() ? List.of(named, nameless) : List.of(nameless, named);
        }
        if (after.get().key().isEmpty()) {
            String rest = nameless + " AND " + id;
            return order.isDown() ? List.of(rest) : List.of(rest, named);
        }
        List<String> ranges = new ArrayList<>(dialect.behind(name, key, beyond()));
        if (order.isDown()) {
            ranges.add(nameless);
        }
        return ranges;
    }

    private String beyond() {
        return order.isDown() ? "<" : ">";
    }

    String orderBy() {
        String direction = order.isDown() ? " DESC" : "";
        // As SQLite has it by itself.
        String nameless = order.isDown() ? " DESC NULLS LAST" : " NULLS FIRST";
        String compared =
                order.key() == DeviceOrder.Key.TIME ? column() + direction : dialect.name(column()) + nameless;
        return " ORDER BY " + compared + ", id" + direction;
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        if (after.isPresent()) {
            Place place = after.get();
            statement.bind("id", place.id());
            if (order.key() == DeviceOrder.Key.TIME) {
                statement.bind("key", Long.parseLong(place.key().orElseThrow()));
            } else {
                place.key().ifPresent(key -> statement.bind("key", key));
            }
        }
        return statement;
    }
}

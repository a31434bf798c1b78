// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.ListPlan;
import java.util.List;

/** What the two databases say in other words. */
enum Dialect {
    /** Which reads the index that it is told to. */
    SQLITE("sqlite"),
    /** Which plans by what it knows of the values; a range that must lead is fenced in. */
    POSTGRESQL("postgresql");

    private static final ListPlan.Limits SERVER = new ListPlan.Limits(15_000, 3_000, 15_001);

    /** A UUID is written in small letters only. */
    private static final String LOWER_ALREADY = "smbios_uuid";

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /** Where the scripts of the tables are. */
    String scripts() {
        return "classpath:dev/hwhash/service/store/" + folder;
    }

    /** A column with a name, as the indexes compare it: letters of ASCII without their case. */
    String name(String column) {
        if (this == SQLITE) {
            return column + " COLLATE NOCASE";
        }
        return column.equals(LOWER_ALREADY) ? column : "lower(" + column + ")";
    }

    /** What a name is compared with. */
    String nameOf(String parameter) {
        return this == SQLITE ? parameter : "lower(CAST(" + parameter + " AS TEXT) COLLATE \"C\")";
    }

    /** Rows without a name. */
    String nameless(String column) {
        return (this == SQLITE ? column : name(column)) + " IS NULL";
    }

    /** Rows with a name. */
    String named(String column) {
        return (this == SQLITE ? column : name(column)) + " IS NOT NULL";
    }

    /** How far a page of a list goes; a server takes twice as long for an entry, and longer for a device. */
    ListPlan.Limits limits() {
        return this == SQLITE ? ListPlan.Limits.USUAL : SERVER;
    }

    /** A number that changes with all that is committed. */
    String version() {
        return this == SQLITE
                ? "PRAGMA data_version"
                : "SELECT CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS TEXT) AS BIGINT)";
    }

    /**
     * The ranges of an index behind a key and the number {@code :id}. SQLite would compare such a pair row by row from the
     * first key that fits, and a million devices may have one name; PostgreSQL begins where the pair stands, and takes
     * two ranges for a reason to look through another index.
     */
    List<String> behind(String column, String key, String beyond) {
        return this == SQLITE
                ? List.of(column + " = " + key + " AND id " + beyond + " :id", column + " " + beyond + " " + key)
                : List.of("(" + column + ", id) " + beyond + " (" + key + ", :id)");
    }

    /** The table of devices, read by an index. */
    String devicesBy(String index) {
        return this == SQLITE ? "device INDEXED BY " + index : "device";
    }

    /** The devices of a range that must be found by its own index, whatever else is asked of them. */
    String devicesBy(String index, String range) {
        return this == SQLITE
                ? "device INDEXED BY " + index + " WHERE " + range
                : "(SELECT * FROM device WHERE " + range + " OFFSET 0) AS device WHERE TRUE";
    }

    /** A join that is read from left to right, where the planner could think otherwise. */
    String thenJoin() {
        return this == SQLITE ? " CROSS JOIN " : " JOIN ";
    }

    /** The devices of the numbers on the left, each looked up by its own, however many the planner expects. */
    String thenDevice(String id) {
        return this == SQLITE
                ? " CROSS JOIN device ON device.id = " + id
                : " CROSS JOIN LATERAL (SELECT * FROM device WHERE device.id = " + id + " OFFSET 0) AS device";
    }

    /** Keeps the rows of a table that a writer compares, until it commits. */
    String locking(String table) {
        return this == SQLITE ? "" : " FOR UPDATE OF " + table;
    }
}

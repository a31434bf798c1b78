// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

import java.util.List;
import java.util.Map;

/** Which tables are moved. */
final class MovedTables {

    /** In the order of their references: what a row names is there before it. */
    static final List<String> COPIED = List.of(
            "token",
            "account",
            "device",
            "identifier",
            "report",
            "hardware_hash",
            "decision",
            "selection",
            "selection_member",
            "registration",
            "shipment",
            "shipment_entry",
            "setting",
            "audit");

    /** With the reason. */
    static final Map<String, String> LEFT_OUT = Map.of(
            "session", "people sign in again",
            "probe", "holds nothing",
            "bucket", "forgets within minutes",
            "last_number", "goes on in PostgreSQL's sequences",
            "flyway_schema_history", "is of each database alone");

    private MovedTables() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plans of all queries, as the server's module auto_explain logs them after each has run.
 *
 * @see <a href="https://www.postgresql.org/docs/current/auto-explain.html">auto_explain</a>
 */
final class LoggedPlans {

    /** As settings of a database; a server's user may set them who is its superuser. */
    static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_nested_statements = on",
            "auto_explain.log_analyze = on",
            "auto_explain.log_timing = off",
            "auto_explain.log_parameter_max_length = 0",
            "auto_explain.log_format = json");

    private static final String START = "ms  plan:\n";

    private LoggedPlans() {}

    /** A query with its plan. */
    record Logged(String sql, JsonNode plan) {

        /** All steps of the plan. */
        Stream<Step> steps() {
            return steps(plan);
        }

        private static Stream<Step> steps(JsonNode node) {
            Stream<Step> below = node.path("Plans").valueStream().flatMap(Logged::steps);
            return Stream.concat(Stream.of(new Step(node)), below);
        }
    }

    /** One step of a plan. */
    record Step(JsonNode node) {

        String type() {
            return node.path("Node Type").asString("");
        }

        /** The table that it reads; empty where it reads other steps. */
        String table() {
            return node.path("Relation Name").asString("");
        }

        /** How many rows it looked at, those that did not fit included. */
        double rows() {
            double each = node.path("Actual Rows").asDouble(0)
                    + node.path("Rows Removed by Filter").asDouble(0)
                    + node.path("Rows Removed by Index Recheck").asDouble(0);
            return each * node.path("Actual Loops").asDouble(0);
        }
    }

    /** Returns the plans in a log, in the order in which the queries ended. */
    static List<Logged> of(String log) throws IOException {
        List<Logged> plans = new ArrayList<>();
        for (int at = log.indexOf(START); at >= 0; at = log.indexOf(START, at)) {
            at += START.length();
            StringBuilder json = new StringBuilder();
            // What belongs to an entry begins with a tab.
            while (at < log.length() && log.charAt(at) == '\t') {
                int end = log.indexOf('\n', at) + 1;
                json.append(log, at + 1, end);
                at = end;
            }
            JsonNode entry = JsonMapper.shared().readTree(json.toString());
            plans.add(new Logged(entry.path("Query Text").asString(""), entry.path("Plan")));
        }
        return plans;
    }
}

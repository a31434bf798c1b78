// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.web.Call;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a list is asked for.
 *
 * @param field that the filter is on; empty for none
 * @param operation {@code eq} or {@code contains}; empty for none
 * @param value that it is held against
 * @param top how many items are wanted
 * @param after the id of the last item of the page before; empty for the first page
 */
record Query(String field, String operation, String value, int top, String after) {

    private static final Set<String> OPTIONS = Set.of("$filter", "$top", "$skiptoken", "$expand");
    private static final Pattern CONTAINS = Pattern.compile("contains\\((\\w+), ?'((?:[^']|'')*)'\\)");
    private static final Pattern EQUALS = Pattern.compile("(\\w+) eq '((?:[^']|'')*)'");

    /** Returns empty where the query is not one that the service was seen to take. */
    static Optional<Query> of(Call call) {
        if (!OPTIONS.containsAll(call.query().keySet())) {
            return Optional.empty();
        }
        String filter = call.query().getOrDefault("$filter", "");
        String top = call.query().getOrDefault("$top", "1000");
        String after = call.query().getOrDefault("$skiptoken", "");
        if (!top.matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        if (filter.isEmpty()) {
            return Optional.of(new Query("", "", "", Integer.parseInt(top), after));
        }
        Matcher contains = CONTAINS.matcher(filter);
        Matcher equals = EQUALS.matcher(filter);
        if (contains.matches()) {
            return Optional.of(of(contains, "contains", top, after));
        }
        return equals.matches() ? Optional.of(of(equals, "eq", top, after)) : Optional.empty();
    }

    private static Query of(Matcher filter, String operation, String top, String after) {
        String value = filter.group(2).replace("''", "'");
        return new Query(filter.group(1), operation, value, Integer.parseInt(top), after);
    }

    boolean isOn(String wanted, String operator) {
        return field.equals(wanted) && operation.equals(operator);
    }

    /** Compares as the service does: not exactly. */
    Predicate<String> test() {
        String wanted = value.toLowerCase(Locale.ROOT);
        return switch (operation) {
            case "contains" -> found -> found.toLowerCase(Locale.ROOT).contains(wanted);
            case "eq" -> found -> found.toLowerCase(Locale.ROOT).equals(wanted);
            default -> found -> true;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The beginnings of statements as they stand in the sources of the store, by class: what a test of all has to reach. */
final class StoreStatements {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "hwhash", "service", "store");
    private static final Pattern STATEMENT =
            Pattern.compile("\"[ (]?((?:SELECT|INSERT INTO|UPDATE|DELETE FROM|UNION) [^\"]*)\"");
    /** Where the text that the server sees is another one: parameters, and what Java puts in. */
    private static final Pattern CUT = Pattern.compile("\\?|:[a-zA-Z]+|%s|<[a-z]+>");

    /** SQLite alone has them. */
    private static final Set<String> EMBEDDED =
            Set.of("SqliteEngine", "Overwriting", "LastNumbers", "SoleNumbering", "StoredRows");

    /** Runs beside no service. */
    private static final String MOVING = "MigrationConnections";

    private StoreStatements() {}

    /** Returns the longest certain part of each, by the class that has it. */
    static Map<String, Set<String>> all() throws IOException {
        Map<String, Set<String>> statements = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Set<String> parts = new TreeSet<>();
                STATEMENT
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> longest(match.group(1)))
                        .forEach(parts::add);
                if (!parts.isEmpty() && !EMBEDDED.contains(name) && !name.equals(MOVING)) {
                    statements.put(name, parts);
                }
            }
        }
        return statements;
    }

    private static String longest(String statement) {
        return List.of(CUT.split(statement)).stream()
                .map(String::strip)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}

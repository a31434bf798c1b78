// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.LoggedPlans.Logged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL answers each query of the service: as its own log says after it has run, on a database of many devices.
 */
@ServerOnly("plans without statistics")
class QueryPlansTest {

    private static final int DEVICES = 20_000;

    /** More than any page looks at, and far from all. */
    private static final int MOST = DEVICES / 3;

    /** Tables that grow with the devices. */
    private static final Set<String> LARGE = Set.of(
            "audit",
            "decision",
            "device",
            "hardware_hash",
            "identifier",
            "registration",
            "report",
            "selection_member",
            "shipment_entry");

    /** What has to look at all: the counts above the list, a file of all devices, and a selection by a filter. */
    private static final List<String> WHOLE = List.of(
            "SELECT state, count(*) FROM device GROUP BY state",
            "SELECT state, count(*) FROM registration GROUP BY state",
            "SELECT max(changed_at) AS last FROM registration",
            "WHERE d.state NOT IN",
            "(SELECT coalesce(max(x.id), 0) FROM decision x WHERE x.device = device.id) FROM device WHERE");

    private static List<Logged> plans = List.of();

    @BeforeAll
    static void run() throws Exception {
        Path folder = Files.createTempDirectory("plans");
        Path file = folder.resolve("test.db");
        StoredReality.fill(file, DEVICES);
        int before = TestDatabase.server().log().length();
        int pages;
        try (StoredDevices devices = new StoredDevices(file)) {
            new StoreOperations(devices).all();
            pages = new ListedPages(devices.reading).all();
        }
        plans = LoggedPlans.of(TestDatabase.server().log().substring(before));
        System.out.println(plans.size() + " plans of " + texts().size() + " queries, of " + pages + " pages too");
        Files.delete(folder);
    }

    @AfterAll
    static void forget() {
        plans = List.of();
    }

    private static Set<String> texts() {
        return plans.stream().map(Logged::sql).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void noQueryReadsALargeTableFromItsStartToItsEnd() {
        Set<String> sequential = plans.stream()
                .filter(plan ->
                        plan.steps().anyMatch(step -> step.type().equals("Seq Scan") && LARGE.contains(step.table())))
                .map(Logged::sql)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sequential).isEmpty();
    }

    /** An index that is read from its start to its end, or a sort of all, is no better. */
    @Test
    void noStepOfAQueryLooksAtMoreThanAPartOfTheDevices() {
        Map<String, Double> wide = new TreeMap<>();
        for (Logged plan : plans) {
            double rows = plan.steps().mapToDouble(LoggedPlans.Step::rows).max().orElse(0);
            if (rows > MOST && WHOLE.stream().noneMatch(plan.sql()::contains)) {
                wide.merge(plan.sql(), rows, Math::max);
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void eachStatementOfTheStoreWasSeen() throws IOException {
        Set<String> seen = texts();
        Map<String, Set<String>> unseen = new TreeMap<>();
        Map<String, Set<String>> all = StoreStatements.all();
        all.forEach((name, parts) -> parts.stream()
                .filter(part -> seen.stream().noneMatch(text -> text.contains(part)))
                .forEach(part ->
                        unseen.computeIfAbsent(name, key -> new TreeSet<>()).add(part)));
        int statements = all.values().stream().mapToInt(Set::size).sum();
        System.out.println(statements + " statements in " + all.size() + " classes");
        assertThat(statements).isGreaterThan(100);
        assertThat(unseen).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Inventory;
import dev.hwhash.registration.Inventory.Item;
import dev.hwhash.registration.Inventory.Stock;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.retry.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was registered, held against what is there. */
class ReconciliationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Records records = new Records();
    private Stock stock = new Stock.Whole(List.of(), true);
    private Set<String> asked = Set.of();
    private final Inventory inventory = (batches, deadline) -> {
        asked = batches;
        return stock;
    };
    private final Reconciliation reconciliation =
            new Reconciliation(records, inventory, Clock.fixed(NOW, ZoneOffset.UTC), Pace.SYSTEM);

    @AfterEach
    void close() {
        reconciliation.close();
    }

    /** What is believed, in memory. */
    private static final class Records implements StockRecords {

        final List<Known> known = new ArrayList<>();
        final List<Long> gone = new ArrayList<>();
        final List<Long> back = new ArrayList<>();
        Optional<Instant> checkedAt = Optional.empty();
        Optional<Instant> before = Optional.empty();

        @Override
        public Optional<Instant> checkedAt() {
            return checkedAt;
        }

        @Override
        public Set<String> batches() {
            return Set.of("Sales");
        }

        @Override
        public List<Known> piece(long after, Instant until, int most) {
            before = Optional.of(until);
            return known.stream()
                    .filter(each -> each.device() > after)
                    .limit(most)
                    .toList();
        }

        @Override
        public void note(List<Long> lost, List<Long> found, Instant until) {
            gone.addAll(lost);
            back.addAll(found);
        }

        @Override
        public void checked(Instant at) {
            checkedAt = Optional.of(at);
        }

        void add(RegistrationState state, String id, String serial) {
            known.add(new Known(
                    known.size() + 1L,
                    state,
                    Optional.of(id).filter(text -> !text.isEmpty()),
                    Optional.of(serial).filter(text -> !text.isEmpty())));
        }
    }

    @Test
    void findsByTheIdThenByTheExactSerialNumber() {
        stock = new Stock.Whole(List.of(new Item("a", "SN-A"), new Item("new", "SN-B"), new Item("x", "")), true);
        records.add(RegistrationState.REGISTERED, "a", "other");
        records.add(RegistrationState.REGISTERED, "b", "SN-B");
        records.add(RegistrationState.REGISTERED, "c", "sn-a");
        records.add(RegistrationState.ALREADY_REGISTERED, "", "SN-C");
        records.add(RegistrationState.MISSING, "", "SN-A");
        records.add(RegistrationState.MISSING, "d", "SN-D");
        records.add(RegistrationState.REGISTERED, "", "");

        reconciliation.check();

        assertThat(records.gone).containsExactly(3L, 4L);
        assertThat(records.back).containsExactly(5L);
        assertThat(records.checkedAt).contains(NOW);
        assertThat(records.before).contains(NOW.minus(Duration.ofHours(1)));
        assertThat(asked).containsExactly("Sales");
    }

    @Test
    void aDeviceThatWasThereBeforeMayBeInABatchOfSomebodyElse() {
        stock = new Stock.Whole(List.of(), false);
        records.add(RegistrationState.ALREADY_REGISTERED, "a", "SN-A");
        records.add(RegistrationState.REGISTERED, "b", "SN-B");
        reconciliation.check();
        assertThat(records.gone).containsExactly(2L);
    }

    @Test
    void nothingIsMissedWhereTheTargetWasNotReadToItsEnd() {
        stock = new Stock.NotKnown(Why.UNREACHABLE, "nobody answers");
        records.add(RegistrationState.REGISTERED, "a", "SN-A");
        reconciliation.check();
        assertThat(records.gone).isEmpty();
        assertThat(records.checkedAt).isEmpty();
        assertThat(reconciliation.trouble()).contains(new Trouble("nobody answers", NOW));

        stock = new Stock.Whole(List.of(), true);
        reconciliation.check();
        assertThat(reconciliation.trouble()).isEmpty();
        assertThat(records.gone).containsExactly(1L);
    }

    @Test
    void manyAreComparedInPieces() {
        stock = new Stock.Whole(List.of(new Item("1", "SN-1")), true);
        for (int i = 1; i <= 1_100; i++) {
            records.add(RegistrationState.REGISTERED, Integer.toString(i), "SN-" + i);
        }
        reconciliation.check();
        assertThat(records.gone).hasSize(1_099).doesNotContain(1L).doesNotHaveDuplicates();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.export.ExportRequest;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.selection.BulkOrder;
import dev.hwhash.service.selection.Choice;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.selection.SelectionRunner;
import dev.hwhash.service.selection.SelectionView;
import dev.hwhash.service.selection.Selections.Made;
import dev.hwhash.service.selection.Wanted;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many devices decided at once, in a real database. */
class SelectionsTest {

    private static final BulkOrder APPROVE =
            new BulkOrder(Verdict.APPROVED, new Wanted.Suggested(), new Wanted.Suggested());
    private static final long PAT = 1;
    private static final long KIM = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private StoredDevices devices;
    private SqlSelections selections;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
        selections = new SqlSelections(devices.database, devices.reading, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        devices.close();
    }

    private void reports(int count) {
        for (int i = 0; i < count; i++) {
            devices.report(Bodies.with("HWHASH-" + i, "groupTag", "Tag-" + i % 3));
        }
    }

    private long selected(long account, long... numbers) {
        Choice choice = new Choice.Some(LongStream.of(numbers).boxed().toList());
        return ((Made.Done) selections.make(account, choice)).id();
    }

    private SelectionView view(long selection, long account) {
        return selections.view(selection, account).orElseThrow();
    }

    private void run(long selection) {
        Optional<Long> last = selections.step(selection, 0);
        while (last.isPresent()) {
            last = selections.step(selection, last.get());
        }
    }

    @Test
    void eachDeviceIsDecidedByWhatWasSeenOrNamedWithTheReason() {
        reports(7);
        long selection = selected(PAT, 1, 2, 3, 4, 5, 6, 7, 99);
        devices.report(Bodies.report("HWHASH-1"));
        devices.reject(devices.view(3), StoredDevices.KIM);
        devices.erasure.erase(4, StoredDevices.KIM);
        devices.approve(devices.view(5), StoredDevices.KIM);
        BulkOrder order = new BulkOrder(Verdict.APPROVED, new Wanted.Suggested(), new Wanted.Suggested());

        assertThat(selections.order(selection, PAT, order, StoredDevices.PAT)).isTrue();
        run(selection);

        SelectionView view = view(selection, PAT);
        assertThat(view.outcomes())
                .isEqualTo(Map.of(
                        MemberOutcome.TAKEN, 3L,
                        MemberOutcome.UNCHANGED, 1L,
                        MemberOutcome.SUPERSEDED, 1L,
                        MemberOutcome.DECIDED, 1L));
        assertThat(view.size()).as("a deleted device is nowhere any more").isEqualTo(6);
        assertThat(view.isRunning()).isFalse();
        assertThat(selections.members(selection, MemberOutcome.SUPERSEDED, 10))
                .singleElement()
                .satisfies(member -> assertThat(member.device()).isEqualTo(2));
        assertThat(devices.exported(DeviceState.APPROVED).values())
                .extracting(device -> device.value(Field.GROUP_TAG).orElse(""))
                .containsExactly("Tag-0", "Tag-1", "Tag-2", "Tag-0");
        assertThat(devices.audited())
                .filteredOn(entry -> entry.startsWith("pat device-approved"))
                .hasSize(3);
    }

    @Test
    void oneTagAndUserForAllOrNone() {
        reports(2);
        long selection = selected(PAT, 1, 2);
        BulkOrder order = new BulkOrder(
                Verdict.APPROVED, new Wanted.Set(Optional.of("All")), new Wanted.Set(Optional.of("pat@example.org")));
        selections.order(selection, PAT, order, StoredDevices.PAT);
        run(selection);
        assertThat(devices.exported(DeviceState.APPROVED).values()).hasSize(2).allSatisfy(device -> {
            assertThat(device.value(Field.GROUP_TAG)).contains("All");
            assertThat(device.value(Field.ASSIGNED_USER)).contains("pat@example.org");
        });

        long again = selected(PAT, 1, 2);
        BulkOrder none = new BulkOrder(
                Verdict.APPROVED, new Wanted.Set(Optional.empty()), new Wanted.Set(Optional.of("nobody")));
        selections.order(again, PAT, none, StoredDevices.PAT);
        run(again);
        assertThat(selections.members(again, MemberOutcome.NOT_REGISTRABLE, 10))
                .hasSize(2)
                .allSatisfy(member -> assertThat(member.why().orElse("")).contains("user@domain"));
    }

    @Test
    void aSelectionIsOrderedOnceAndByItsMakerAlone() {
        reports(2);
        long selection = selected(PAT, 1, 2);
        assertThat(selections.view(selection, KIM)).isEmpty();
        assertThat(selections.order(selection, KIM, APPROVE, StoredDevices.KIM)).isFalse();
        assertThat(selections.order(selection, PAT, APPROVE, StoredDevices.PAT)).isTrue();
        assertThat(selections.order(selection, PAT, APPROVE, StoredDevices.PAT))
                .as("again")
                .isTrue();
        assertThat(selections.order(selection, PAT, BulkOrder.REJECT, StoredDevices.PAT))
                .isFalse();
        run(selection);
        run(selection);
        assertThat(devices.number("SELECT count(*) FROM decision")).isEqualTo(2);
    }

    @Test
    void theViewCountsWhatSomebodyShouldLookAt() {
        reports(3);
        devices.report(Bodies.report(
                "HWHASH-0",
                dev.hwhash.device.hash.SyntheticHash.of("HWHASH-0").ek(99).text()));
        devices.approve(2);
        SelectionView view = view(selected(PAT, 1, 2, 3, 4), PAT);
        assertThat(view.states()).isEqualTo(Map.of(DeviceState.PENDING, 3L, DeviceState.APPROVED, 1L));
        assertThat(view.inConflict()).isEqualTo(1);
        assertThat(view.withFindings()).isEqualTo(1);
        assertThat(view.tags())
                .hasSize(4)
                .extracting(SelectionView.TagCount::devices)
                .containsOnly(1L);
        assertThat(selections.make(PAT, new Choice.Some(List.of(99L)))).isInstanceOf(Made.Nothing.class);
    }

    @Test
    void aFilterSelectsWhatTheListShows() {
        reports(9);
        devices.approve(4);
        DeviceFilter pending = DeviceFilter.ALL.withState(Optional.of(DeviceState.PENDING));
        long selection = ((Made.Done) selections.make(PAT, new Choice.Found(pending))).id();
        assertThat(view(selection, PAT).size()).isEqualTo(8);
        Map<Long, DeviceRecord> file =
                StoredDevices.snapshot(new SqlSnapshots(devices.reading).ofSelection(selection), ExportRequest.ALL);
        assertThat(file.keySet()).containsExactly(1L, 2L, 3L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void ofTwoApproversOnOverlappingSelectionsEachDeviceIsDecidedOnce() throws Exception {
        int count = 120;
        reports(count);
        long one = selected(PAT, LongStream.rangeClosed(1, 80).toArray());
        long two = selected(KIM, LongStream.rangeClosed(41, count).toArray());
        BulkOrder other = new BulkOrder(Verdict.APPROVED, new Wanted.Set(Optional.of("Kim's")), new Wanted.Suggested());
        selections.order(one, PAT, APPROVE, StoredDevices.PAT);
        selections.order(two, KIM, other, StoredDevices.KIM);

        CompletableFuture.allOf(CompletableFuture.runAsync(() -> run(one)), CompletableFuture.runAsync(() -> run(two)))
                .get(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);

        assertThat(devices.number("SELECT count(*) FROM decision")).isEqualTo(count);
        assertThat(devices.number("SELECT count(DISTINCT device) FROM decision"))
                .isEqualTo(count);
        long mine = view(one, PAT).outcomes().getOrDefault(MemberOutcome.TAKEN, 0L);
        long theirs = view(two, KIM).outcomes().getOrDefault(MemberOutcome.TAKEN, 0L);
        assertThat(mine + theirs).isEqualTo(count);
        assertThat(devices.exported(DeviceState.APPROVED).values())
                .filteredOn(device -> device.value(Field.GROUP_TAG).equals(Optional.of("Kim's")))
                .hasSize((int) theirs);
    }

    @Test
    void aRunnerEndsWhatAnotherLeftUndoneAndForgetsWhatIsOld() {
        reports(30);
        long selection = selected(PAT, LongStream.rangeClosed(1, 30).toArray());
        long old = selected(PAT, 1, 2);
        selections.order(selection, PAT, APPROVE, StoredDevices.PAT);
        devices.database.jdbi().useHandle(handle -> {
            handle.execute("UPDATE selection SET made_at = 0 WHERE id = ?", old);
            handle.execute("UPDATE selection_member SET outcome = 'taken' WHERE device <= 10");
        });

        try (SelectionRunner runner = new SelectionRunner(selections, Clock.systemUTC(), Turn.ALWAYS)) {
            runner.run(selection, PATIENCE);
        }

        assertThat(view(selection, PAT).isRunning()).isFalse();
        assertThat(devices.exported(DeviceState.APPROVED)).hasSize(20);
        assertThat(selections.view(old, PAT)).isEmpty();
        assertThat(devices.number("SELECT count(*) FROM selection_member")).isEqualTo(30);
    }

    @Test
    void whatADeadReplicaLeftIsEndedByTheOneWhoseTurnItIs() throws InterruptedException {
        reports(5);
        long selection = selected(PAT, 1, 2, 3, 4, 5);
        selections.order(selection, PAT, APPROVE, StoredDevices.PAT);
        AtomicBoolean mine = new AtomicBoolean();
        SelectionRunner waits = new SelectionRunner(selections, Clock.systemUTC(), mine::get);
        try (waits) {
            Thread.sleep(300);
            assertThat(view(selection, PAT).isRunning()).isTrue();
            SelectionRunner takes = new SelectionRunner(selections, Clock.systemUTC(), Turn.ALWAYS);
            try (takes) {
                awaitDone(selection);
            }
        }
        assertThat(devices.exported(DeviceState.APPROVED)).hasSize(5);
    }

    @Test
    void twoReplicasThatRunOneSelectionDecideEachDeviceOnce() {
        int count = 600;
        reports(count);
        long selection = selected(PAT, LongStream.rangeClosed(1, count).toArray());
        selections.order(selection, PAT, APPROVE, StoredDevices.PAT);
        try (SelectionRunner one = new SelectionRunner(selections, Clock.systemUTC(), Turn.ALWAYS);
                SelectionRunner two = new SelectionRunner(selections, Clock.systemUTC(), () -> false)) {
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> one.run(selection, PATIENCE));
            two.run(selection, PATIENCE);
            first.join();
        }
        assertThat(view(selection, PAT).outcomes()).isEqualTo(Map.of(MemberOutcome.TAKEN, (long) count));
        assertThat(devices.number("SELECT count(*) FROM decision")).isEqualTo(count);
        assertThat(devices.number("SELECT count(DISTINCT device) FROM decision"))
                .isEqualTo(count);
        assertThat(selections.unfinished()).isEmpty();
    }

    @Test
    void aSelectionIsUnfinishedUntilItsLastDeviceIsDecided() {
        reports(1_200);
        long selection = selected(PAT, LongStream.rangeClosed(1, 1_200).toArray());
        assertThat(selections.unfinished()).isEmpty();
        selections.order(selection, PAT, APPROVE, StoredDevices.PAT);
        int steps = 0;
        Optional<Long> last = Optional.of(0L);
        while (last.isPresent()) {
            boolean left = devices.number("SELECT count(*) FROM selection_member WHERE outcome IS NULL") > 0;
            assertThat(selections.unfinished()).isEqualTo(left ? List.of(selection) : List.of());
            last = selections.step(selection, last.get());
            steps++;
        }
        assertThat(steps).isGreaterThan(2);
    }

    private void awaitDone(long selection) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (view(selection, PAT).isRunning() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(view(selection, PAT).isRunning()).isFalse();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.FakeTime;
import dev.hwhash.registration.fake.graph.ImportRecord;
import dev.hwhash.registration.http.BareClient;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.FailureReading;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** One tenant of the fake, what asks it, and what was remembered; time passes when somebody waits. */
final class Tenant implements AutoCloseable {

    static final Duration HOUR = Duration.ofHours(1);

    final FakeTime time = new FakeTime();
    final MemoryLedger ledger = new MemoryLedger();
    final FakeMicrosoft microsoft;
    private final Connection connection;
    private Runnable afterWait = () -> {};

    Tenant(Behaviour behaviour) {
        microsoft = FakeMicrosoft.start(behaviour.clock(time));
        connection =
                new Connection(BareClient.builder(Duration.ofSeconds(20)).build(), FailureReading.PLAIN, "hwhash-test");
    }

    Calls calls() {
        return new Calls(connection, new FakeTokens(microsoft), Resource.GRAPH, RetryPolicy.DEFAULT, time);
    }

    IntuneRegistrar intune(IntuneOptions options) {
        return new IntuneRegistrar(calls(), options, time);
    }

    /** Has something happen behind the back of a run, when it has waited for the first time. */
    void afterFirstWait(Runnable event) {
        afterWait = event;
    }

    /** The time of the fake, in which something may happen. */
    private final class Eventful implements Pace {

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public void sleep(Duration pause) {
            time.sleep(pause);
            Runnable event = afterWait;
            afterWait = () -> {};
            event.run();
        }

        @Override
        public double random() {
            return time.random();
        }
    }

    /** Runs with what the ledger has left open. */
    List<Unsettled> run(Registrar registrar, List<Entry> entries, Depth depth, Duration most) throws LedgerException {
        List<Entry> open = new ArrayList<>(entries);
        open.removeIf(entry -> ledger.fates().containsKey(entry.id()));
        return registrar.register(open, ledger.unfinished(), ledger, depth, new Deadline(most, new Eventful()));
    }

    List<Unsettled> run(List<Entry> entries) throws LedgerException {
        return run(intune(IntuneOptions.DEFAULT), entries, Depth.ENDED, HOUR);
    }

    static Entry device(String serial) {
        return new Entry(UUID.randomUUID(), TestDevices.device(serial));
    }

    static List<Entry> devices(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> device(String.format("HWHASH-%04d", number)))
                .toList();
    }

    /** Somebody removes all records of imports, as Import-AutopilotCSV does. */
    void forgetImports() {
        Graph graph = new Graph(calls(), time);
        for (dev.hwhash.registration.fake.graph.ImportRecord record :
                microsoft.intune().imports()) {
            try {
                graph.delete(Paths.imported(record.id()), new Deadline(HOUR, time));
            } catch (GraphException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Each device registered once, each import sent once, and no request against the reference. */
    void assertNothingLostOrDoubled(List<Entry> entries) {
        assertThat(ledger.fates().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(Entry::id).toList());
        assertThat(microsoft.intune().devices()).hasSize(entries.size());
        assertThat(entries)
                .allMatch(entry -> microsoft.intune().importsOf(entry.id().toString()) == 1);
        assertKept();
    }

    void assertKept() {
        assertThat(microsoft.violations()).isEmpty();
        assertThat(microsoft.intune().syncs()).isZero();
    }

    void assertSwept() {
        assertThat(microsoft.intune().imports()).allMatch(ImportRecord::deleted);
    }

    @Override
    public void close() {
        connection.close();
        microsoft.close();
    }
}

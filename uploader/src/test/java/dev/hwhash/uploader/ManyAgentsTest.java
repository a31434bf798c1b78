// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share an outbox, and processes that are killed while they add and send. */
class ManyAgentsTest {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Integer> received = new ConcurrentHashMap<>();

    @TempDir
    private Path temporary;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                received.merge(Service.id(request), 1, Integer::sum);
                return Service.receipt(request);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Process agent(String name, int reports) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SendingAgent.class.getName(),
                folder().toString(),
                Integer.toString(server.getPort()),
                name,
                Integer.toString(reports));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve(name + ".out").toFile())
                .start();
    }

    private Path folder() {
        return temporary.resolve("outbox");
    }

    private String said(String name) throws Exception {
        return Files.readString(temporary.resolve(name + ".out"), UTF_8);
    }

    private Set<String> added(String name) throws Exception {
        Set<String> ids = new HashSet<>();
        said(name).lines().filter(line -> line.startsWith("added ")).forEach(line -> ids.add(line.substring(6)));
        return ids;
    }

    private void endsWell(Process agent, String name) throws Exception {
        assertThat(agent.waitFor(2, TimeUnit.MINUTES)).as(said(name)).isTrue();
        assertThat(agent.exitValue()).as(said(name)).isZero();
    }

    private Outbox outbox() {
        return new Outbox(folder(), OutboxLimits.DEFAULT, true, Clock.systemUTC());
    }

    @Test
    void agentsThatShareAnOutboxSendEachReportOnce() throws Exception {
        int reports = FaultCount.of(20, 200);
        Process one = agent("one", reports);
        Process two = agent("two", reports);
        endsWell(one, "one");
        endsWell(two, "two");

        Set<String> added = new HashSet<>(added("one"));
        added.addAll(added("two"));
        assertThat(added).hasSize(2 * reports);
        assertThat(received.keySet()).isEqualTo(added);
        assertThat(received.values()).containsOnly(1);
        assertThat(outbox().waiting()).isEmpty();
        assertThat(outbox().setAside()).isEmpty();
        System.out.println("two agents on one outbox: " + added.size() + " reports, each sent once");
    }

    @Test
    void agentsThatAreKilledLoseAndInventNothing() throws Exception {
        int kills = FaultCount.of(3, 100);
        Set<String> added = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            String name = "killed" + kill;
            Process agent = agent(name, 10);
            int before = received.size();
            // Some while they add, most while they send.
            for (int i = 0; i < 500 && agent.isAlive() && received.size() < before + kill % 8; i++) {
                Thread.sleep(10);
            }
            agent.destroyForcibly().waitFor();
            names.add(name);
        }
        endsWell(agent("last", 1), "last");
        names.add("last");
        for (String name : names) {
            added.addAll(added(name));
        }
        assertThat(received.keySet()).containsAll(added);
        assertThat(outbox().waiting()).isEmpty();
        assertThat(outbox().setAside()).isEmpty();
        long repeated = received.values().stream().filter(count -> count > 1).count();
        System.out.println("agents killed: " + kills + ", reports promised: " + added.size() + ", received: "
                + received.size() + ", of these more than once with the same id: " + repeated);
    }
}

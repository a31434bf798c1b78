// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyWritersTest {

    private static final int WRITERS = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sixteenThreadsLoseNoRow(boolean atomic) throws Exception {
        int rows = FaultCount.of(5, 50);
        for (int round = 0; round < FaultCount.of(2, 20); round++) {
            Path file = folder.resolve("threads" + round + ".csv");
            Files.writeString(file, "first\n");
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    String name = "t" + writer;
                    running.add(threads.submit(() -> {
                        for (int row = 0; row < rows; row++) {
                            Appender.append(Appender.file(file, atomic), name + "-" + row);
                        }
                        return null;
                    }));
                }
                Future<Integer> reads = threads.submit(() -> readsWhile(running, Appender.file(file, atomic)));
                for (Future<?> writer : running) {
                    writer.get();
                }
                assertThat(reads.get()).isPositive();
            } finally {
                threads.shutdown();
            }
            assertEveryRowOnce(file, "t", rows);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sixteenProcessesLoseNoRow(boolean atomic) throws Exception {
        assertProcessesLoseNoRow(WRITERS, atomic);
    }

    /** POSIX drops a process's lock when another of its threads closes the file: four of each find that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fourProcessesOfFourThreadsLoseNoRow(boolean atomic) throws Exception {
        assertProcessesLoseNoRow(4, atomic);
    }

    private void assertProcessesLoseNoRow(int processes, boolean atomic) throws Exception {
        int rows = FaultCount.of(5, 50);
        for (int round = 0; round < FaultCount.of(1, 10); round++) {
            Path file = folder.resolve("processes" + round + ".csv");
            Files.writeString(file, "first\n");
            List<TestProcess> running = new ArrayList<>();
            try {
                for (int process = 0; process < processes; process++) {
                    running.add(new TestProcess(
                            Appender.class,
                            file.toString(),
                            threadsOf(process, WRITERS / processes),
                            Integer.toString(rows),
                            Boolean.toString(atomic)));
                }
                for (TestProcess process : running) {
                    process.awaitReady();
                }
                for (TestProcess process : running) {
                    process.go();
                }
                for (TestProcess process : running) {
                    process.endsWell();
                }
            } finally {
                running.forEach(TestProcess::close);
            }
            assertEveryRowOnce(file, "p", rows);
        }
    }

    private static String threadsOf(int process, int threads) {
        List<String> names = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            names.add("p" + (process * threads + thread));
        }
        return String.join(",", names);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void processesThatAreKilledLoseNoRowOfTheOthers(boolean atomic) throws Exception {
        Path file = folder.resolve("killed.csv");
        Files.writeString(file, "first\n");
        Set<String> before = new TreeSet<>(List.of("first"));
        for (int round = 0; round < FaultCount.of(6, 100); round++) {
            try (TestProcess victim =
                    new TestProcess(Appender.class, file.toString(), "k" + round, "100000", "" + atomic)) {
                victim.awaitReady();
                victim.go();
                Thread.sleep(100 + 37L * round % 200);
                victim.kill();
            }
            Appender.append(Appender.file(file, atomic), "after" + round);
            List<String> rows = Files.readAllLines(file, US_ASCII);
            assertThat(rows).doesNotHaveDuplicates().containsAll(before).contains("after" + round);
            assertThat(names()).containsExactly("killed.csv");
            before.addAll(rows);
        }
    }

    private static int readsWhile(List<Future<?>> running, DeviceFile file) throws Exception {
        int reads = 0;
        while (!running.stream().allMatch(Future::isDone)) {
            String content = new String(file.read().orElseThrow(), US_ASCII);
            assertThat(content).startsWith("first\n").endsWith("\n");
            reads++;
        }
        return reads;
    }

    private void assertEveryRowOnce(Path file, String prefix, int rows) throws Exception {
        Set<String> expected = new TreeSet<>(List.of("first"));
        for (int writer = 0; writer < WRITERS; writer++) {
            for (int row = 0; row < rows; row++) {
                expected.add(prefix + writer + "-" + row);
            }
        }
        assertThat(Files.readAllLines(file, US_ASCII)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(names()).allMatch(name -> name.endsWith(".csv"));
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

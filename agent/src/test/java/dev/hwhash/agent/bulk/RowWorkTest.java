// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.agent.bulk.RowWork.Work;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.table.DeviceRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowWorkTest {

    /** Enough for many batches. */
    private static final int MANY = 2000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void resultsComeInTheOrderOfTheFileFromOtherThreads() throws IOException, InputRefusedException {
        Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        Work<List<Integer>> lines = batch -> {
            threads.add(Thread.currentThread());
            return lines(batch);
        };
        try (InputRows rows = open(MANY, "");
                RowWork<List<Integer>> work = new RowWork<>(rows, lines)) {
            List<Integer> all = new ArrayList<>();
            for (Optional<List<Integer>> some = work.next(); some.isPresent(); some = work.next()) {
                all.addAll(some.get());
            }
            assertThat(all).isEqualTo(IntStream.rangeClosed(1, MANY).boxed().toList());
            assertThat(work.next()).isEmpty();
        }
        assertThat(threads).contains(Thread.currentThread()).hasSizeGreaterThan(1);
    }

    @Test
    void oneBatchNeedsNoThread() throws IOException, InputRefusedException {
        try (InputRows rows = open(3, "");
                RowWork<Thread> work = new RowWork<>(rows, batch -> Thread.currentThread())) {
            assertThat(work.next()).contains(Thread.currentThread());
            assertThat(work.next()).isEmpty();
        }
    }

    @Test
    void aFailureOfTheWorkIsThrownAsItIsAndInItsPlace() throws IOException, InputRefusedException {
        assertThrown(new IllegalStateException("a defect"));
        assertThrown(new StackOverflowError());
    }

    private void assertThrown(Throwable failure) throws IOException, InputRefusedException {
        Work<Integer> failing = batch -> {
            if (lines(batch).contains(MANY / 2)) {
                RowWorkTest.<RuntimeException>raise(failure);
            }
            return batch.size();
        };
        try (InputRows rows = open(MANY, "");
                RowWork<Integer> work = new RowWork<>(rows, failing)) {
            List<Integer> before = new ArrayList<>();
            assertThatThrownBy(() -> takeAll(work, before)).isSameAs(failure);
            int done = before.stream().mapToInt(Integer::intValue).sum();
            assertThat(done).isBetween(MANY / 2 - 100, MANY / 2 - 1);
        }
    }

    @Test
    void anInputThatBreaksOffIsToldAfterTheRowsBefore() throws IOException, InputRefusedException {
        for (int whole : new int[] {1, 100, MANY}) {
            try (InputRows rows = open(whole, "{\"serialNumber\":\"HW");
                    RowWork<Integer> work = new RowWork<>(rows, List::size)) {
                List<Integer> before = new ArrayList<>();
                assertThatThrownBy(() -> takeAll(work, before))
                        .isInstanceOf(InputRefusedException.class)
                        .hasMessageContaining("line " + (whole + 1));
                assertThat(before.stream().mapToInt(Integer::intValue).sum()).isEqualTo(whole);
                assertThatThrownBy(work::next).isInstanceOf(InputRefusedException.class);
            }
        }
    }

    @Test
    void closingStopsTheWorkOnTheWay() throws IOException, InputRefusedException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Work<Integer> endless = batch -> {
            if (batch.get(0).line() > 100) {
                started.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    stopped.countDown();
                }
            }
            return batch.size();
        };
        try (InputRows rows = open(MANY, "")) {
            RowWork<Integer> work = new RowWork<>(rows, endless);
            work.next();
            work.next();
            assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
            work.close();
            assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void takeAll(RowWork<Integer> work, List<Integer> results) throws InputRefusedException {
        for (Optional<Integer> result = work.next(); result.isPresent(); result = work.next()) {
            results.add(result.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        throw (E) failure;
    }

    private static List<Integer> lines(List<DeviceRow> batch) {
        return batch.stream().map(DeviceRow::line).toList();
    }

    private InputRows open(int whole, String end) throws IOException, InputRefusedException {
        Path file = folder.resolve("pcs.json");
        Files.writeString(file, "{\"serialNumber\":\"HWHASH-0001\"}\n".repeat(whole) + end);
        return new InputFile(file, StandardCharsets.ISO_8859_1, false).open();
    }
}

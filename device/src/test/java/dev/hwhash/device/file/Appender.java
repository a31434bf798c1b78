// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A process of one or more threads that add rows to a file as soon as a line comes on stdin. */
public final class Appender {

    private Appender() {}

    /** Takes the file, the names of the threads, the count of rows of each, and whether renames count as atomic. */
    public static void main(String[] args) throws Exception {
        DeviceFile file = file(Path.of(args[0]), Boolean.parseBoolean(args[3]));
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        String[] names = args[1].split(",", -1);
        ExecutorService threads = Executors.newFixedThreadPool(names.length);
        List<Future<?>> running = new ArrayList<>();
        for (String name : names) {
            running.add(threads.submit(() -> {
                for (int row = 0; row < Integer.parseInt(args[2]); row++) {
                    append(file, name + "-" + row);
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> thread : running) {
            thread.get();
        }
    }

    static DeviceFile file(Path path, boolean atomic) {
        Volume local = new LocalVolume(true);
        return new DeviceFile(path, true, atomic ? local : new CarefulVolume(local), Timer.SYSTEM);
    }

    static void append(DeviceFile file, String row) throws IOException, EditRefusedException {
        byte[] line = (row + "\n").getBytes(US_ASCII);
        file.update(
                current -> {
                    byte[] before = current.orElse(new byte[0]);
                    byte[] after = Arrays.copyOf(before, before.length + line.length);
                    System.arraycopy(line, 0, after, before.length, line.length);
                    return after;
                },
                Duration.ofMinutes(5));
    }
}

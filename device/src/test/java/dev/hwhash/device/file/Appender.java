// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** A process that adds rows to a file as soon as a line comes on stdin. */
public final class Appender {

    private Appender() {}

    /** Takes the file, this process's name, the count of rows, and whether renames count as atomic. */
    public static void main(String[] args) throws Exception {
        DeviceFile file = file(Path.of(args[0]), Boolean.parseBoolean(args[3]));
        System.out.println("ready");
        int go = System.in.read();
        for (int row = 0; go >= 0 && row < Integer.parseInt(args[2]); row++) {
            append(file, args[1] + "-" + row);
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

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used so far, as Linux counts it.
 *
 * @param pid its number
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record OsProcess(long pid) {

    /** Of a clock tick, USER_HZ. */
    private static final double TICK = 0.01;

    /** Where utime, stime, cutime and cstime stand behind the name. */
    private static final int FIRST = 11;

    static OsProcess self() {
        return new OsProcess(ProcessHandle.current().pid());
    }

    /** Its own, without what it has started. */
    double cpuSeconds() throws IOException {
        return times(2);
    }

    /** With all that it has started, ended or not. */
    double cpuSecondsOfAll() throws IOException {
        double sum = times(4);
        for (ProcessHandle child :
                ProcessHandle.of(pid).orElseThrow().descendants().toList()) {
            sum += new OsProcess(child.pid()).ifAlive();
        }
        return sum;
    }

    private double ifAlive() throws IOException {
        return Files.exists(Path.of("/proc/" + pid + "/stat")) ? times(4) : 0;
    }

    private double times(int count) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double sum = 0;
        for (int i = FIRST; i < FIRST + count; i++) {
            sum += Double.parseDouble(fields[i]);
        }
        return sum * TICK;
    }

    /** The most memory that it ever had. */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}

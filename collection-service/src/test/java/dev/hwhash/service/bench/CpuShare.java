// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a processor that a process gets and no more, as if it had a slower machine of its own: a control group of
 * Linux, version 1 or 2. Needs root.
 *
 * @see <a href="https://docs.kernel.org/scheduler/sched-bwc.html">CFS Bandwidth Control</a>
 */
final class CpuShare implements AutoCloseable {

    private static final Path VERSION_1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path VERSION_2 = Path.of("/sys/fs/cgroup");

    /** Short, so that nobody waits long for a lock of a process that has used its part up. */
    private static final int PERIOD_MICROS = 5_000;

    private final Path group;

    private CpuShare(Path group) {
        this.group = group;
    }

    /** Gives a process a part of one processor from now on. */
    static CpuShare of(OsProcess process, double part) throws IOException {
        int quota = (int) (PERIOD_MICROS * part);
        boolean second = Files.exists(VERSION_2.resolve("cgroup.controllers"));
        Path group = (second ? VERSION_2 : VERSION_1).resolve("hwhash-bench-" + process.pid());
        if (second) {
            Files.writeString(VERSION_2.resolve("cgroup.subtree_control"), "+cpu");
        }
        Files.createDirectory(group);
        if (second) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
        }
        Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
        return new CpuShare(group);
    }

    /** Removes the group; its process has ended. */
    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}

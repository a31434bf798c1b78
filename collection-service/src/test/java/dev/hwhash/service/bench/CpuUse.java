// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.InstalledPostgreSql;
import java.io.IOException;
import java.util.List;

/** Who uses the processors between two moments: the load generator, the services, PostgreSQL. */
final class CpuUse {

    private static final double MICROS = 1e6;

    private final InstalledPostgreSql server;
    private final List<Replica> services;
    private double[] used;
    private final long start = System.nanoTime();
    private double seconds;

    private CpuUse(InstalledPostgreSql server, List<Replica> services) throws IOException {
        this.server = server;
        this.services = services;
        used = now();
    }

    /** Begins to count. */
    static CpuUse of(InstalledPostgreSql server, List<Replica> services) throws IOException {
        return new CpuUse(server, services);
    }

    private double[] now() throws IOException {
        double[] now = new double[services.size() + 2];
        now[0] = OsProcess.self().cpuSeconds();
        now[1] = new OsProcess(server.pid()).cpuSecondsOfAll();
        for (int i = 0; i < services.size(); i++) {
            now[i + 2] = services.get(i).process().cpuSeconds();
        }
        return now;
    }

    /** Ends it. */
    void stop() throws IOException {
        double[] now = now();
        for (int i = 0; i < now.length; i++) {
            used[i] = now[i] - used[i];
        }
        seconds = (System.nanoTime() - start) / 1e9;
    }

    /** Prints the processors that each had in use, and what that is for each report. */
    void print(int reports) {
        print("  load generator", used[0], reports);
        print("  PostgreSQL", used[1], reports);
        for (int i = 2; i < used.length; i++) {
            print("  service " + (i - 1), used[i], reports);
        }
    }

    private void print(String who, double cpu, int reports) {
        System.out.printf(
                "%-25s %8.2f of %d processors, %.0f us a report%n",
                who, cpu / seconds, Runtime.getRuntime().availableProcessors(), cpu * MICROS / reports);
    }
}

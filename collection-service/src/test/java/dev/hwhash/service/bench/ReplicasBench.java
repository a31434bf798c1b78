// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.InstalledPostgreSql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a second replica adds where the database is not the limit. All share this machine's processors, so each replica
 * gets a fixed part of one, as on a machine of its own; PostgreSQL and the load generator get what they ask for.
 */
final class ReplicasBench {

    private static final double TARGET = 1.60;
    private static final double PART = 0.25;
    private static final int WARM_UP = 3;
    private static final int TIMES = 3;

    private final InstalledPostgreSql server;
    private final Path folder;
    private final BenchOptions options;

    ReplicasBench(InstalledPostgreSql server, Path folder, BenchOptions options) {
        this.server = server;
        this.folder = folder;
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        System.out.printf("each replica has %.2f of a processor%n", PART);
        double one = rate(1);
        double two = rate(2);
        Judge.atLeast("two replicas / one", two / one, TARGET);
    }

    private double rate(int count) throws IOException, InterruptedException {
        String database = Databases.create(server, "replicas" + count);
        List<Replica> replicas = new ArrayList<>();
        List<CpuShare> shares = new ArrayList<>();
        try {
            for (int i = 1; i <= count; i++) {
                replicas.add(Replica.start(folder.resolve(database + "-" + i), server, database));
            }
            List<URI> urls = replicas.stream().map(Replica::url).toList();
            ReportLoad load = new ReportLoad(
                    options.devices(), "127.0.0.1", replicas.get(0).token());
            LoadGenerator generator = new LoadGenerator(load, urls, options.clients() * count);
            // The compilers of all have done their work before a part of a processor would be too little for it.
            generator.run(options.seconds() * WARM_UP * count, 0).good();
            for (Replica replica : replicas) {
                shares.add(CpuShare.of(replica.process(), PART));
            }
            generator.run(options.seconds(), 0).good();
            return median(generator, replicas);
        } finally {
            replicas.forEach(Replica::close);
            for (CpuShare share : shares) {
                share.close();
            }
        }
    }

    /** Of several: what a garbage collection takes from a quarter of a processor is seen in each. */
    private double median(LoadGenerator generator, List<Replica> replicas) throws IOException {
        double[] rates = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            rates[i] = measured(generator, replicas);
        }
        Arrays.sort(rates);
        return rates[TIMES / 2];
    }

    private double measured(LoadGenerator generator, List<Replica> replicas) throws IOException {
        CpuUse use = CpuUse.of(server, replicas);
        LoadGenerator.Result result = generator.run(options.seconds(), 0).good();
        use.stop();
        System.out.printf(
                "%d replica%s                %8.0f reports/s, p50 %.0f ms, p99 %.0f ms%n",
                replicas.size(),
                replicas.size() == 1 ? " " : "s",
                result.rate(),
                result.millis(0.5),
                result.millis(0.99));
        use.print(result.nanos().length);
        return result.rate();
    }
}

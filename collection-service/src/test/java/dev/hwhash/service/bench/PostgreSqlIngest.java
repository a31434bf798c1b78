// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.InstalledPostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How many reports a second the service stores in PostgreSQL, against what its server and its database can do. */
final class PostgreSqlIngest {

    private static final double TARGET = 0.60;

    private final InstalledPostgreSql server;
    private final Path folder;
    private final BenchOptions options;

    PostgreSqlIngest(InstalledPostgreSql server, Path folder, BenchOptions options) {
        this.server = server;
        this.folder = folder;
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        double h = BareHttp.rate(options.clients(), options.seconds());
        System.out.printf("server alone (h)          %8.0f reports/s%n", h);
        double d = new PgbenchInserts(server, folder)
                .rate(Databases.create(server, "inserts"), options.clients(), options.seconds());
        System.out.printf("pgbench alone (d)         %8.0f reports/s%n", d);
        Judge.atLeast("service / (1/(1/h + 1/d))", service() / (1 / (1 / h + 1 / d)), TARGET);
    }

    private double service() throws IOException, InterruptedException {
        try (Replica service = Replica.start(folder.resolve("ingest"), server, Databases.create(server, "ingest"))) {
            ReportLoad load = new ReportLoad(options.devices(), service.url().getAuthority(), service.token());
            LoadGenerator generator = new LoadGenerator(load, List.of(service.url()), options.clients());
            generator.run(options.seconds(), 0).good();
            Metrics metrics = service.metrics();
            double groups = metrics.value("hwhash_group_size_count");
            double reports = metrics.value("hwhash_group_size_sum");
            CpuUse use = CpuUse.of(server, List.of(service));
            LoadGenerator.Result peak = generator.run(options.seconds(), 0).good();
            use.stop();
            double group = (metrics.value("hwhash_group_size_sum") - reports)
                    / (metrics.value("hwhash_group_size_count") - groups);
            System.out.printf(
                    "service                   %8.0f reports/s, %.0f a transaction, p50 %.0f ms, p99 %.0f ms%n",
                    peak.rate(), group, peak.millis(0.5), peak.millis(0.99));
            use.print(peak.nanos().length);
            return peak.rate();
        }
    }
}

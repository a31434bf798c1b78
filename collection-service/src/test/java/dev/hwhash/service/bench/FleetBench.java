// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.InstalledPostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A fleet whose PCs all start within a minute, against one service and against two. */
final class FleetBench {

    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final InstalledPostgreSql server;
    private final Path folder;
    private final BenchOptions options;

    FleetBench(InstalledPostgreSql server, Path folder, BenchOptions options) {
        this.server = server;
        this.folder = folder;
        this.options = options;
    }

    void run() throws IOException, InterruptedException, SQLException {
        for (int replicas = 1; replicas <= 2; replicas++) {
            String database = Databases.create(server, "fleet" + replicas);
            run(replicas, database);
            Databases.drop(server, database);
        }
    }

    private void run(int count, String database) throws IOException, InterruptedException, SQLException {
        List<Replica> replicas = new ArrayList<>();
        try {
            for (int i = 1; i <= count; i++) {
                replicas.add(Replica.start(folder.resolve(database + "-" + i), server, database));
            }
            warmUp(replicas);
            FleetLoad load = new FleetLoad(options.devices(), replicas.get(0).token());
            System.out.printf(
                    "%d PCs start within %d s, %d service%s%n",
                    load.size(), WITHIN.toSeconds(), count, count == 1 ? "" : "s");
            long before = reports(database);
            FleetCounts counts;
            CpuUse use = CpuUse.of(server, replicas);
            FleetWatch watch = new FleetWatch(server, replicas);
            try (watch) {
                counts = new FleetGenerator(
                                load, replicas.stream().map(Replica::url).toList(), WITHIN)
                        .run();
            }
            use.stop();
            counts.print();
            use.print(counts.stored());
            judge(counts, reports(database) - before);
        } finally {
            replicas.forEach(Replica::close);
        }
    }

    /** As a service is that has run for a while. */
    private void warmUp(List<Replica> replicas) throws IOException {
        ReportLoad load = new ReportLoad(2_000, "127.0.0.1", replicas.get(0).token());
        new LoadGenerator(load, replicas.stream().map(Replica::url).toList(), options.clients())
                .run(options.seconds(), 0)
                .good();
    }

    private void judge(FleetCounts counts, long found) {
        System.out.printf("%d reports in the database, %d acknowledged%n", found, counts.stored());
        if (found < counts.stored() || counts.others() > 0) {
            throw new IllegalStateException("reports were lost or answered otherwise");
        }
    }

    private long reports(String database) throws SQLException {
        try (Connection connection = Databases.connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM report")) {
            row.next();
            return row.getLong(1);
        }
    }
}

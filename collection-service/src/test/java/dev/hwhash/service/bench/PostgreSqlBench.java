// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.store.InstalledPostgreSql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** What the service does on a PostgreSQL of its own, which forces each commit to the disk. Run by a script. */
final class PostgreSqlBench {

    private static final String[] SETTINGS = {
        "max_connections=300",
        "shared_buffers=1GB",
        "max_wal_size=4GB",
        // A table that is made and filled in one transaction needs no log of it; commits are forced all the same.
        "wal_level=minimal",
        "max_wal_senders=0"
    };

    private PostgreSqlBench() {}

    /** Takes a part, a folder, the seconds of each measurement, how many devices, and how many clients. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Locale.setDefault(Locale.ROOT);
        Path folder = Path.of(args[1]);
        BenchOptions options =
                new BenchOptions(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        try (InstalledPostgreSql server = InstalledPostgreSql.start(SETTINGS)) {
            switch (args[0]) {
                case "ingest" -> new PostgreSqlIngest(server, folder, options).run();
                case "replicas" -> new ReplicasBench(server, folder, options).run();
                case "fleet" -> new FleetBench(server, folder, options).run();
                case "list" -> new PostgreSqlList(server, folder, options).run();
                default -> throw new IllegalArgumentException("no such part: " + args[0]);
            }
        }
    }
}

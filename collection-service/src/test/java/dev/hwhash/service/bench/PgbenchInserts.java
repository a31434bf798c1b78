// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.store.InstalledPostgreSql;
import dev.hwhash.service.token.TokenKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of new devices by pgbench, one report a transaction: what the database alone takes. */
final class PgbenchInserts {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");

    private final InstalledPostgreSql server;
    private final Path script;

    PgbenchInserts(InstalledPostgreSql server, Path folder) throws IOException {
        this.server = server;
        script = folder.resolve("report.pgbench");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("report.pgbench"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns how many reports a second, in a database of its own, after a warm-up of the same length. */
    double rate(String database, int clients, int seconds) {
        Tokens.make(server.location(database), TokenKind.ENROLMENT);
        run(database, clients, seconds);
        return run(database, clients, seconds);
    }

    private double run(String database, int clients, int seconds) {
        String words = server.run(
                "pgbench",
                "--host=127.0.0.1",
                "--port=" + server.port(),
                "--username=hwhash",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + seconds,
                "--define=hash=" + SyntheticHash.of("HWHASH-0001").text(),
                "--file=" + script,
                database);
        Matcher failed = FAILED.matcher(words);
        if (failed.find() && !failed.group(1).equals("0")) {
            throw new IllegalStateException("pgbench: " + words);
        }
        Matcher rate = RATE.matcher(words);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench names no rate: " + words);
        }
        return Double.parseDouble(rate.group(1));
    }
}

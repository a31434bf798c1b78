// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** How many reports a second the service stores, against what its server and its database can do. Run by a script. */
final class IngestBench {

    private static final int CONNECTIONS = 256;
    private static final double TARGET = 0.60;
    private static final int MOST_MEGABYTES = 512;

    private final Path folder;
    private final double seconds;
    private final int devices;

    private IngestBench(Path folder, double seconds, int devices) {
        this.folder = folder;
        this.seconds = seconds;
        this.devices = devices;
    }

    /** Takes a folder, the seconds of each measurement, and how many devices report. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Locale.setDefault(Locale.ROOT);
        new IngestBench(Path.of(args[0]), Double.parseDouble(args[1]), Integer.parseInt(args[2])).run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        double h = BareHttp.rate(CONNECTIONS, seconds);
        Service service = service();
        double d = new JdbcInserts(folder.resolve("inserts.db")).rate((int) Math.round(service.group()), seconds);
        double both = 1 / (1 / h + 1 / d);
        System.out.printf("server alone (h)          %8.0f reports/s%n", h);
        System.out.printf("inserts alone (d)         %8.0f reports/s, %.0f a transaction%n", d, service.group());
        System.out.printf("service                   %8.0f reports/s%n", service.rate());
        judge("service / (1/(1/h + 1/d))", service.rate() / both, TARGET, true);
        System.out.printf("CPU a report              %8.0f us%n", service.cpuMicros());
        System.out.printf("median forcing            %8.2f ms%n", service.forcing());
        judge("p99 at half the peak, ms", service.p99(), 20 + 10 * service.forcing(), false);
        judge("RSS with -Xmx256m, MB", service.megabytes(), MOST_MEGABYTES, false);
    }

    private static void judge(String words, double value, double target, boolean atLeast) {
        boolean holds = atLeast ? value >= target : value <= target;
        System.out.printf(
                "%-25s %8.2f, target at %s %.2f: %s%n",
                words, value, atLeast ? "least" : "most", target, holds ? "holds" : "missed");
    }

    private record Service(double rate, double group, double cpuMicros, double forcing, double p99, double megabytes) {}

    private Service service() throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            URI url = URI.create(service.url());
            ReportLoad load = new ReportLoad(devices, url.getAuthority(), service.token());
            LoadGenerator generator = new LoadGenerator(load, List.of(url), CONNECTIONS);
            OsProcess process = new OsProcess(service.pid());
            Metrics metrics = new Metrics(url);
            generator.run(seconds, 0);
            double groups = metrics.value("hwhash_group_size_count");
            double reports = metrics.value("hwhash_group_size_sum");
            double before = process.cpuSeconds();
            LoadGenerator.Result peak = generator.run(seconds, 0).good();
            double cpu = (process.cpuSeconds() - before) / peak.nanos().length;
            double group = (metrics.value("hwhash_group_size_sum") - reports)
                    / (metrics.value("hwhash_group_size_count") - groups);
            LoadGenerator.Result half = generator.run(seconds, peak.rate() / 2).good();
            double forcing = Forcing.medianMillis(folder, (int) (group * 24_000));
            return new Service(peak.rate(), group, cpu * 1e6, forcing, half.millis(0.99), process.residentMegabytes());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The service's HTTP server in a process of its own, with nothing behind it. */
final class BareHttp {

    private BareHttp() {}

    /** Returns how many reports a second it reads and answers, after a warm-up of the same length. */
    static double rate(int connections, double seconds) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.hwhash.service.web.BareServer")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = String.valueOf(out.readLine());
            URI url = URI.create(line.replace("ready ", ""));
            ReportLoad load = new ReportLoad(1_000, url.getAuthority(), "none");
            LoadGenerator generator = new LoadGenerator(load, List.of(url), connections);
            generator.run(seconds, 0);
            return generator.run(seconds, 0).good().rate();
        } finally {
            process.destroyForcibly();
        }
    }
}

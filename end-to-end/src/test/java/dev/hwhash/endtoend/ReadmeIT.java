// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of collecting a fleet is done as it stands there, but in a folder and on a port of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a POSIX shell")
class ReadmeIT {

    private static final Path ROOT =
            Path.of(System.getProperty("hwhash.root", "..")).toAbsolutePath().normalize();
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void theCommandsCollectAFleet() throws Exception {
        List<String> blocks = Readme.shellBlocks(ROOT.resolve("README.md"), "## Collect a fleet");
        for (String name : List.of("agent", "collection-service", "examples")) {
            Files.createSymbolicLink(folder.resolve(name), ROOT.resolve(name));
        }
        Process service = shell("service", "exec " + blocks.get(0).strip() + " --port 0");
        try {
            awaitLine("service", "ready ");

            Process client = shell("client", "set -e\n" + blocks.get(1));

            assertThat(client.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue())
                    .as(Files.readString(folder.resolve("client.txt")))
                    .isZero();
            assertThat(Fleet.rows(Files.readString(folder.resolve("fleet.csv"))))
                    .isEqualTo(Fleet.expected(2, 3));
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void theCapturesAreOfNoRealDevices() throws Exception {
        for (int number = 2; number <= 3; number++) {
            assertThat(Files.readString(ROOT.resolve("examples/fleet/" + Fleet.serial(number) + ".xml")))
                    .isEqualTo(
                            "<?xml version=\"1.0\"?>\n<Key>\n  <ProductKeyState>0</ProductKeyState>\n  <HardwareHash>"
                                    + Fleet.hash(number) + "</HardwareHash>\n</Key>\n");
        }
    }

    private Process shell(String name, String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile());
        String path = Path.of(System.getProperty("java.home"), "bin") + ":"
                + builder.environment().get("PATH");
        builder.environment().put("PATH", path);
        // The outbox is there unless it is named.
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        return builder.start();
    }

    private void awaitLine(String name, String start) throws Exception {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.readString(folder.resolve(name + ".txt")).lines().anyMatch(line -> line.startsWith(start))) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("never said " + start + ": " + Files.readString(folder.resolve(name + ".txt")));
    }
}

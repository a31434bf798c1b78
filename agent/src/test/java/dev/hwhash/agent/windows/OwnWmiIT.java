// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.HardwareHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent on a real Windows, whatever that is: its own rows must arrive, and the MDM bridge must be told truly. */
@Tag("real-windows")
class OwnWmiIT {

    @TempDir
    Path folder;

    @Test
    void readsTheNamesThatWindowsHas() throws Exception {
        int exitCode = run("collect", "--format", "corporate-identifiers");

        assertThat(exitCode).as(said("err.txt")).isZero();
        assertThat(said("out.txt")).matches("[^,]+,[^,]+,[^,]+\r\n");
    }

    @Test
    void readsTheHashOrSaysWhyThereIsNone() throws Exception {
        int exitCode = run("collect");

        assertThat(exitCode).as(said("err.txt")).isIn(0, 11, 12, 13);
        if (exitCode == 0) {
            String hash = said("out.txt").lines().toList().get(1).split(",", -1)[2];
            // Its text would identify the machine, so that no assertion may show it.
            assertThat(HardwareHash.read(hash) instanceof HardwareHash).isTrue();
        } else {
            assertThat(said("err.txt")).contains("hwhash: error ");
        }
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(Path.of(System.getProperty("hwhash.root"), "agent", "target", "app", "hwhash.jar")
                .toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.US_ASCII);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a run does not need costs it no start-up time. */
class LoadedClassesIT {

    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();

    @Test
    void rowInACsvLoadsNeitherJsonNorHttpNorWhatSends(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("OA3.xml"), "<Key><HardwareHash>" + HASH + "</HardwareHash></Key>");
        List<String> classes = classesOf(folder, "collect", "--from", "OA3.xml", "-o", "x.csv", "--log-file", "x.log");
        assertThat(classes)
                .contains("dev.hwhash.agent.collect.FileTarget")
                .noneMatch(name -> name.startsWith("tools.jackson")
                        || name.contains("okhttp")
                        || name.startsWith("dev.hwhash.uploader")
                        || name.startsWith("dev.hwhash.agent.upload")
                        || name.startsWith("dev.hwhash.agent.schedule")
                        || name.startsWith("dev.hwhash.agent.collect.Oa3")
                        || name.startsWith("dev.hwhash.collector.oa3.Oa3Tool")
                        || name.startsWith("dev.hwhash.collector.WindowsPe")
                        || name.contains("java.net.http")
                        || name.contains("sun.net.www.http"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, JNA asks for the rights of the process")
    void captureLoadsNoJna(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), HASH);
        assertThat(classesOf(folder, "collect", "--from", "one.txt"))
                .contains("dev.hwhash.agent.collect.StdoutTarget")
                .noneMatch(name -> name.startsWith("com.sun.jna") || name.startsWith("dev.hwhash.collector.wmi"));
    }

    @Test
    void whatWaitsIsToldWithoutAConnection(@TempDir Path folder) throws IOException {
        assertThat(classesOf(folder, "status", "--outbox", "outbox"))
                .contains("dev.hwhash.uploader.outbox.Outbox")
                .noneMatch(name -> name.contains("okhttp") || name.startsWith("kotlin."));
    }

    @Test
    void jsonLoadsTheLibraryOfJson(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), HASH);
        assertThat(classesOf(folder, "collect", "--from", "one.txt", "--format", "json"))
                .anyMatch(name -> name.startsWith("tools.jackson"));
    }

    private static List<String> classesOf(Path folder, String... args) throws IOException {
        Hwhash.in(folder)
                .jvm("-Xlog:class+load:file=classes.log:none")
                .run(args)
                .exits(0);
        return Files.readAllLines(folder.resolve("classes.log")).stream()
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }
}

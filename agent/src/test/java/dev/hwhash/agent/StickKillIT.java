// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Preparing that dies anywhere loses nothing of the devices, is seen by a check, and is mended by preparing again. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "who looks at a file there stands in the way of who replaces it")
class StickKillIT {

    private static final int WANTED = FaultCount.of(4, 100);
    private static final int AT_MOST = 5 * WANTED + 10;
    private static final int FILES = 40;

    @TempDir
    private Path folder = Path.of("");

    private Path stick = Path.of("");
    private int kills;
    private int halfway;

    @Test
    void killAtAnyTimeIsMendedByPreparingAgain() throws Exception {
        PortableCopy one = version("one");
        PortableCopy other = version("other").with("lib/other.jar", "other");
        stick = Files.createDirectory(folder.resolve("E"));
        one.prepare(stick);
        Files.writeString(stick.resolve("devices/HWHASH-0001.csv"), "a row");
        String digest = one.prepare(stick);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (boolean back = false; halfway < WANTED && kills < AT_MOST; back = !back) {
            digest = killedAndMended(back ? one : other, back ? "one" : "other", digest, random);
        }
        System.out.println("stick kill test: " + kills + " kills, " + halfway + " of them with the stick half prepared,"
                + " each of these seen by a check, all mended; seed " + seed);
        assertThat(halfway).as("kills halfway").isEqualTo(WANTED);
    }

    private PortableCopy version(String name) {
        PortableCopy version = PortableCopy.in(folder.resolve(name));
        for (int i = 0; i < FILES; i++) {
            version.with("runtime/x64/lib/file" + i, name + i);
        }
        return version;
    }

    /** Brings the stick from another version to this one; returns its digest. */
    private String killedAndMended(PortableCopy version, String name, String before, Random random) throws Exception {
        HwhashProcess process = version.startStick("prepare", stick.toString());
        int last = random.nextInt(FILES + 1);
        while (process.process().isAlive() && !hasCome(last, name)) {
            Thread.onSpinWait();
        }
        Thread.sleep(0, random.nextInt(1_000_000));
        kills += process.kill() ? 1 : 0;
        if (isHalfway()) {
            halfway++;
            assertThat(version.check(stick, before).exits(21).messages("error", "file-changed"))
                    .isNotEmpty();
        }
        String digest = version.prepare(stick);
        version.check(stick, digest).exits(0);
        assertThat(stick.resolve("devices/HWHASH-0001.csv")).hasContent("a row");
        assertThat(stick.resolve("devices").toFile().list()).hasSize(1);
        return digest;
    }

    /** Tells whether a file is that of a version, or for the number behind the last one, the manifest is on its way. */
    private boolean hasCome(int number, String version) throws IOException {
        return number == FILES
                ? Files.exists(stick.resolve("manifest.sha256.lock"))
                : Files.readString(file(number)).equals(version + number);
    }

    private Path file(int number) {
        return stick.resolve("hwhash/runtime/x64/lib/file" + number);
    }

    /** Tells whether files of both versions are there; none may be half a file. */
    private boolean isHalfway() throws IOException {
        int others = 0;
        for (int i = 0; i < FILES; i++) {
            String content = Files.readString(file(i));
            assertThat(content).isIn("one" + i, "other" + i);
            others += content.startsWith("other") ? 1 : 0;
        }
        return others > 0 && others < FILES;
    }
}

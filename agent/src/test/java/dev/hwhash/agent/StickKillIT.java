// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preparing that dies anywhere loses nothing of the devices, is seen by a check, and is mended by preparing again. */
class StickKillIT {

    private static final int WANTED = FaultCount.of(4, 100);
    private static final int AT_MOST = 10 * WANTED;
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
        Duration whole = other.stick("prepare", stick.toString()).exits(0).elapsed();
        String digest = one.prepare(stick);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (boolean back = false; halfway < WANTED && kills < AT_MOST; back = !back) {
            Duration after = whole.multipliedBy(30 + random.nextInt(71)).dividedBy(100);
            digest = killedAndMended(back ? one : other, digest, after);
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
    private String killedAndMended(PortableCopy version, String before, Duration after) throws Exception {
        HwhashProcess process = version.startStick("prepare", stick.toString());
        Thread.sleep(after.toMillis());
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

    /** Tells whether files of both versions are there; none may be half a file. */
    private boolean isHalfway() throws IOException {
        int others = 0;
        for (int i = 0; i < FILES; i++) {
            String content = Files.readString(stick.resolve("hwhash/runtime/x64/lib/file" + i));
            assertThat(content).isIn("one" + i, "other" + i);
            others += content.startsWith("other") ? 1 : 0;
        }
        return others > 0 && others < FILES;
    }
}

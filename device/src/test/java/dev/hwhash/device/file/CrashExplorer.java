// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.device.file.SimulatedDisk.PowerCut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Cuts the power, or kills the process, after each operation of an update, of the update that repairs it, and so on;
 * looks after each at what the file holds.
 */
final class CrashExplorer {

    static final Path FILE = Path.of("/stick/devices.csv");

    /** What {@code read()} answers where there is no file. */
    static final String ABSENT = "(absent)";

    /** More losses than this teach nothing. */
    private static final int ENOUGH = 100;

    private final List<String> losses = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Step> steps;
    private int cuts;
    private int states;

    /** One change of the file. */
    interface Step {

        /** Returns what the file holds once the step has ended, by what it held before. */
        String after(String before);

        /** Takes the step; power may be cut in it. */
        void take(DeviceFile file) throws IOException, EditRefusedException;

        /** A step that changes what is there. */
        static Step update(UnaryOperator<String> edit) {
            return new Update(edit);
        }
    }

    private record Update(UnaryOperator<String> edit) implements Step {

        @Override
        public String after(String before) {
            return edit.apply(before);
        }

        @Override
        public void take(DeviceFile file) throws IOException, EditRefusedException {
            file.update(
                    current -> edit.apply(
                                    current.map(c -> new String(c, US_ASCII)).orElse(ABSENT))
                            .getBytes(US_ASCII),
                    Duration.ofSeconds(10));
        }
    }

    /** Makes an explorer of steps that follow each other, each cut but the last. */
    CrashExplorer(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    int cuts() {
        return cuts;
    }

    int states() {
        return states;
    }

    List<String> losses() {
        return losses;
    }

    /** Explores from a file with this content. An empty file may vanish: it holds nothing to lose. */
    void explore(SimulatedDisk disk, String content) {
        explore(disk, content.isEmpty() ? Set.of(content, ABSENT) : Set.of(content), 0, "start");
    }

    private void explore(SimulatedDisk disk, Set<String> allowed, int depth, String story) {
        if (losses.size() >= ENOUGH || !seen.add(depth + disk.key() + allowed)) {
            return;
        }
        states++;
        // What follows a loss only repeats it.
        if (!holds(disk, allowed, story) || depth == steps.size()) {
            return;
        }
        Set<String> edited = new LinkedHashSet<>();
        allowed.forEach(before -> edited.add(steps.get(depth).after(before)));
        Set<String> either = new LinkedHashSet<>(allowed);
        either.addAll(edited);
        for (int cut = 1; ; cut++) {
            SimulatedDisk running = disk.afterKill().cutAfter(cut);
            String chapter = story + ", step " + depth + " cut after " + cut;
            boolean ended = take(running, depth, chapter);
            // Once the update has returned, its row must survive too.
            Set<String> expected = ended ? edited : either;
            if (ended) {
                expectClean(running, chapter);
            }
            cuts++;
            explore(running.afterKill(), expected, depth + 1, chapter + " by a kill");
            for (SimulatedDisk found : running.afterPowerCut()) {
                explore(found, expected, depth + 1, chapter + " " + found.names());
            }
            if (ended) {
                return;
            }
        }
    }

    private boolean take(SimulatedDisk disk, int depth, String story) {
        try {
            steps.get(depth).take(new DeviceFile(FILE, true, disk, new SimulatedTimer()));
            return true;
        } catch (PowerCut e) {
            return false;
        } catch (IOException | EditRefusedException e) {
            losses.add(story + ": " + e);
            return true;
        }
    }

    private boolean holds(SimulatedDisk disk, Set<String> allowed, String story) {
        try {
            String content = new DeviceFile(FILE, true, disk.afterKill(), new SimulatedTimer())
                    .read()
                    .map(bytes -> new String(bytes, US_ASCII))
                    .orElse(ABSENT);
            if (allowed.contains(content)) {
                return true;
            }
            losses.add(story + ": " + content + " is none of " + allowed);
        } catch (DeviceFileException e) {
            losses.add(story + ": " + e);
        }
        return false;
    }

    private void expectClean(SimulatedDisk disk, String story) {
        if (!disk.names().equals(List.of("devices.csv")) || disk.isLocked()) {
            losses.add(story + ": left " + disk.names());
        }
    }
}

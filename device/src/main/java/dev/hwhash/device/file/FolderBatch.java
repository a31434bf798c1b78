// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files on their way into a folder: all of them get their names, or none does. Used once. */
final class FolderBatch {

    /** What is written before it has its name. Under the writer's lock, one that is there is a leftover. */
    static final String UNFINISHED = ".hwhash-new";

    private final Path folder;
    private final Volume volume;
    private final Location location;
    private final Timer timer;
    private final List<Step> begun = new ArrayList<>();
    private final List<Step> named = new ArrayList<>();
    /** What is worked on, for the words of a failure. */
    private Path at;

    /** One file: the name it shall have, the one it is written under, and whether nothing has the former yet. */
    private record Step(Path file, Path unfinished, boolean free) {}

    FolderBatch(Path folder, boolean refuseLinks, Volume volume, Timer timer) {
        this.folder = folder;
        this.volume = volume;
        this.location = new Location(volume, refuseLinks);
        this.timer = timer;
        this.at = folder;
    }

    /** Writes all contents, gives them their names, and returns when both are on the disk. */
    void write(Map<String, byte[]> contents) throws DeviceFileException {
        try {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                write(content.getKey(), content.getValue());
            }
            for (Step step : begun) {
                name(step);
            }
            forceNames();
        } catch (IOException e) {
            // Before anything is taken back: that makes room, and a full disk would look as if it had never been.
            DeviceFileException failure = new Diagnosis(volume, "write", at).of(e);
            takeBack(failure);
            throw failure;
        }
    }

    private void write(String name, byte[] content) throws IOException {
        at = folder.resolve(name);
        Path unfinished = folder.resolve(name + UNFINISHED);
        boolean free = !location.checkedUnread(at).exists();
        volume.delete(unfinished);
        begun.add(new Step(at, unfinished, free));
        try (Volume.Output output = volume.createPrivate(unfinished)) {
            output.write(content);
            output.force();
        }
    }

    private void name(Step step) throws IOException {
        at = step.file;
        new Patience(Patience.SHARING, timer).insist(() -> volume.replace(step.unfinished, step.file));
        named.add(step);
    }

    /** A journal keeps the order of names, so that the last one takes the others along; FAT has none. */
    private void forceNames() throws IOException {
        boolean lastIsEnough = named.size() > 1 && volume.atomicRenames(at);
        for (Step step : lastIsEnough ? named.subList(named.size() - 1, named.size()) : named) {
            at = step.file;
            volume.forceName(at);
        }
    }

    /** A content that was replaced cannot come back; a name that was free becomes free again. */
    private void takeBack(DeviceFileException failure) {
        for (Step step : begun) {
            delete(step.unfinished, failure);
        }
        for (Step step : named) {
            if (step.free) {
                delete(step.file, failure);
            }
        }
    }

    private void delete(Path file, DeviceFileException failure) {
        try {
            volume.delete(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.stick.StickFiles.Kind;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings a stick to a plan, in an order in which it can be interrupted anywhere: new files, then older ones away, then
 * the manifest. Used once.
 */
final class StickUpdate {

    private final Path stick;
    private final Plan plan;
    private final Messages messages;
    private final StickWriter writer;

    StickUpdate(Path stick, Plan plan, Messages messages) {
        this.stick = stick;
        this.plan = plan;
        this.messages = messages;
        this.writer = new StickWriter(stick);
    }

    /** Does it; returns how many files had to be written. */
    int deliver(Optional<String> groupTag, Path tagTemplate) throws ProblemException {
        Optional<Manifest> before = manifestBefore();
        List<Manifest.Line> missing = plan.missing(writer);
        requireRoom(missing);
        int written = 0;
        for (Manifest.Line line : missing) {
            written++;
            messages.progress("writing " + written + " of " + missing.size() + ": " + line.path());
            writer.write(line.path(), plan.content(line.path()), line.digest());
        }
        messages.progress("");
        new StickFolders(stick).make(stick.resolve(StickLayout.DEVICES));
        new TagsOnStick(stick.resolve(StickLayout.TAGS), writer, messages).bring(groupTag, tagTemplate);
        clearUp(before);
        if (before.isEmpty()
                || !Arrays.equals(before.get().bytes(), plan.manifest().bytes())) {
            writer.writeManifest(plan.manifest());
        }
        return written;
    }

    private Optional<Manifest> manifestBefore() {
        try {
            Optional<byte[]> content = ManifestFile.read(stick);
            return content.isEmpty() ? Optional.empty() : Optional.of(Manifest.read(content.get()));
        } catch (ProblemException e) {
            return unread(e.problem().words());
        } catch (NotAManifestException e) {
            return unread(e.getMessage());
        }
    }

    private Optional<Manifest> unread(String why) {
        messages.warning(
                "manifest-unread",
                "what was on the stick before is not known, so no older file is removed: the manifest is none: " + why);
        return Optional.empty();
    }

    private void requireRoom(List<Manifest.Line> missing) throws ProblemException {
        try {
            FileStore store = Files.getFileStore(stick);
            Room room = new Room(cluster(store));
            for (Manifest.Line line : missing) {
                Path file = line.path().in(stick);
                room.count(plan.content(line.path()).bytes(), Kind.of(file) == Kind.FILE ? Files.size(file) : 0);
            }
            room.require(store.getUsableSpace(), stick.toString());
        } catch (IOException e) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "stick-not-written",
                    "cannot see how much room " + stick + " has: " + FileWords.of(e) + "; check that it is plugged in");
        }
    }

    private static long cluster(FileStore store) throws IOException {
        try {
            return store.getBlockSize();
        } catch (UnsupportedOperationException unknown) {
            return 1;
        }
    }

    private void clearUp(Optional<Manifest> before) throws ProblemException {
        OlderFiles older =
                OlderFiles.among(StickFiles.on(stick), plan.manifest().keys(), before, writer::holds);
        for (Path file : older.remove()) {
            writer.remove(file);
        }
        for (String name : older.foreign()) {
            messages.warning(
                    "foreign-file",
                    name + " is no file of the program and stays; stick check will name it, so delete it if it is not"
                            + " needed");
        }
    }
}

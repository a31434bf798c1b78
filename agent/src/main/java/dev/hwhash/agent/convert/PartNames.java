// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.OutputFile;
import dev.hwhash.device.file.DeviceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the parts of a file are called: {@code devices.csv} becomes {@code devices-001.csv} and so on.
 *
 * @param folder where they are written
 * @param input the file that is split
 * @param ending of the parts, with its dot
 * @param session what the run works with
 */
record PartNames(Path folder, Path input, String ending, Session session) {

    private static final int DIGITS = 3;

    Path of(int part) {
        return folder.resolve(String.format("%s-%0" + DIGITS + "d%s", stem(), part, ending));
    }

    /** Looks for parts of an earlier run before the first one is written. */
    void requireFree(boolean overwrite) throws ProblemException {
        requireFolder();
        List<Path> parts = parts();
        if (!overwrite && !parts.isEmpty()) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "output-exists",
                    parts.get(0) + " is a part of an earlier run; take another folder, or --overwrite");
        }
        for (Path part : parts) {
            new OutputFile(part, true, session).requireNoInput(List.of(input));
        }
    }

    /** Whoever may make a link could have an elevated process write where he may not. */
    private void requireFolder() throws ProblemException {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "output-folder-missing",
                    "-o names " + folder + ", which is no folder; make it");
        }
        if (session.elevated() && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "output-link",
                    folder + " is a link, which an elevated process does not follow; name the folder itself");
        }
    }

    /** Removes the parts of an earlier run: a set that mixes two runs would import devices twice, or not at all. */
    void removeEarlier() throws ProblemException {
        for (Path part : parts()) {
            try {
                Files.delete(part);
            } catch (IOException e) {
                throw new ProblemException(
                        ExitCode.NOT_WRITTEN,
                        "output-io",
                        "cannot remove " + part + " of an earlier run: " + e
                                + "; close the program that has it open, then run it again");
            }
        }
    }

    /** Removes the first parts of this run, which has failed. */
    void takeBack(int written) {
        int removed = 0;
        for (int part = 1; part <= written; part++) {
            try {
                Files.delete(of(part));
                removed++;
            } catch (IOException e) {
                session.messages().warning("part-left", of(part) + " stays, and belongs to no whole set: " + e);
            }
        }
        session.messages().note("parts-removed", "removed " + Conversion.counted(removed, "part") + " written before");
    }

    private List<Path> parts() throws ProblemException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, file -> number(file) > 0)) {
            there.forEach(parts::add);
            Collections.sort(parts);
            return parts;
        } catch (IOException | DirectoryIteratorException e) {
            throw new ProblemException(ExitCode.NOT_WRITTEN, "output-io", "cannot look at " + folder + ": " + e);
        }
    }

    /** Returns the number of a part, also of one that a dead run has left half written; 0 for any other file. */
    private int number(Path file) {
        String name = String.valueOf(file.getFileName());
        if (DeviceFile.isCompanion(file) && !name.endsWith(".lock")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        String start = stem() + "-";
        if (!name.startsWith(start) || !name.endsWith(ending) || !Files.isRegularFile(file)) {
            return 0;
        }
        String digits = name.substring(start.length(), Math.max(start.length(), name.length() - ending.length()));
        return digits.matches("[0-9]{" + DIGITS + ",9}") ? Integer.parseInt(digits) : 0;
    }

    private String stem() {
        String name = String.valueOf(input.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

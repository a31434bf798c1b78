// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a file are called: {@code devices.csv} becomes {@code devices-001.csv} and so on.
 *
 * @param folder where they are written
 * @param input the file that is split
 * @param ending of the parts, with its dot
 * @param overwrite whether parts that are there may be replaced
 */
record PartNames(Path folder, Path input, String ending, boolean overwrite) {

    private static final int DIGITS = 3;

    Path of(int part) {
        return folder.resolve(String.format("%s-%0" + DIGITS + "d%s", stem(), part, ending));
    }

    /** Looks for parts of an earlier run before the first one is written. */
    void requireFree() throws ProblemException {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "output-folder-missing",
                    "-o names " + folder + ", which is no folder; make it");
        }
        List<Path> parts = parts();
        if (!overwrite && !parts.isEmpty()) {
            throw new ProblemException(
                    ExitCode.NOT_WRITTEN,
                    "output-exists",
                    parts.get(0) + " is a part of an earlier run; take another folder, or --overwrite");
        }
    }

    /** Removes the parts of an earlier run that made more: a set that mixes two runs would import devices twice. */
    void removeBehind(int last) throws ProblemException {
        for (Path part : parts()) {
            if (number(part) > last) {
                try {
                    Files.delete(part);
                } catch (IOException e) {
                    throw unreadable(e);
                }
            }
        }
    }

    private List<Path> parts() throws ProblemException {
        List<Path> parts = new ArrayList<>();
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, file -> number(file) > 0)) {
            there.forEach(parts::add);
            return parts;
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(e);
        }
    }

    private ProblemException unreadable(Exception e) {
        return new ProblemException(
                ExitCode.NOT_WRITTEN, "output-io", "cannot tidy up " + folder + ": " + e.getMessage());
    }

    /** Returns the number of a part, 0 for any other file. */
    private int number(Path file) {
        String name = String.valueOf(file.getFileName());
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

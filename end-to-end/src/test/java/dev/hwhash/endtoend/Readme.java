// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands of a document in Markdown. */
final class Readme {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

    private Readme() {}

    /** Returns the blocks of shell commands of a section, in order, as they stand there. */
    static List<String> shellBlocks(Path file, String heading) throws IOException {
        String text = Files.readString(file);
        int start = text.indexOf("\n" + heading + "\n");
        if (start < 0) {
            throw new AssertionError("no section " + heading + " in " + file);
        }
        int end = text.indexOf("\n## ", start + heading.length());
        return BLOCK.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}

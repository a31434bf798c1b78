// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CannotHoldException;
import dev.hwhash.device.table.CsvTable;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * The group tags of {@code tags.txt}: one a line, lines with {@code #} are for people. Pure.
 *
 * @param tags what can be picked, in the order of the file, no two of them equal
 * @param remarks what cannot, each with the reason and its line
 */
record TagList(List<String> tags, List<String> remarks) {

    /** As many as there are keys for: the digits from 1, and the letters. */
    static final int MOST = 35;

    TagList {
        tags = List.copyOf(tags);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads the file.
     *
     * @param content its bytes: Unicode or the PC's code page
     * @param ansi that code page
     * @return empty where it is no text
     */
    static Optional<TagList> of(byte[] content, Charset ansi) {
        return TextEncoding.of(content, ansi).decode(content).map(text -> of(text, ansi));
    }

    private static TagList of(String text, Charset ansi) {
        List<String> tags = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String tag = line.strip();
            if (tag.isEmpty() || tag.startsWith("#") || tags.contains(tag)) {
                continue;
            }
            Optional<String> obstacle = tags.size() == MOST
                    ? Optional.of("there are keys for " + MOST + " tags, and this is one more")
                    : obstacle(tag, ansi);
            if (obstacle.isPresent()) {
                remarks.add("line " + number + ": " + obstacle.get());
            } else {
                tags.add(tag);
            }
        }
        return new TagList(tags, remarks);
    }

    /** Asks the very table into which the tag would go. */
    private static Optional<String> obstacle(String tag, Charset ansi) {
        if (tag.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("the group tag holds a control character");
        }
        try {
            CsvTable.create(
                            Format.AUTOPILOT,
                            EnumSet.of(Field.GROUP_TAG),
                            encoding(tag, ansi).orElse(TextEncoding.ASCII))
                    .fit(DeviceRecord.EMPTY.with(Field.GROUP_TAG, tag));
            return Optional.empty();
        } catch (CannotHoldException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Returns how a file with a tag has to be stored.
     *
     * @return empty where any encoding does
     */
    static Optional<TextEncoding> encoding(String tag, Charset ansi) {
        return TextEncoding.ASCII.lacking(tag).isEmpty() ? Optional.empty() : TextEncoding.named("utf-8", ansi);
    }
}

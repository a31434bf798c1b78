// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.device.check.Shown;
import java.util.ArrayList;
import java.util.List;

/** Lines in a frame of 78 characters, which every console has room for. Pure ASCII; used once. */
final class Frame {

    private static final int INNER = 76;
    private static final int MARGIN = 3;
    private static final int LABEL = 15;
    private static final String RULE = "+" + "-".repeat(INNER) + "+";

    private final List<String> lines = new ArrayList<>(List.of(RULE));

    /** Adds an empty line. */
    Frame blank() {
        return line("");
    }

    /** Adds lines as they are, such as letters made of characters; none may be longer than there is room. */
    Frame drawn(String picture) {
        picture.lines().forEach(this::line);
        return this;
    }

    /** Adds a sentence, broken where it is too long. */
    Frame words(String sentence) {
        return hanging("", sentence);
    }

    /** Adds a fact by its name. */
    Frame fact(String name, String value) {
        return hanging(padded(name, LABEL), value);
    }

    /** Adds something to pick by a key. */
    Frame item(char key, String meaning) {
        return hanging("   " + key + "   ", meaning);
    }

    /** Returns all lines with the frame around them. */
    List<String> lines() {
        List<String> framed = new ArrayList<>(lines);
        framed.add(RULE);
        return framed;
    }

    private Frame hanging(String lead, String text) {
        String before = lead;
        for (String part : broken(Shown.ascii(text), INNER - 2 * MARGIN - lead.length())) {
            line(before + part);
            before = " ".repeat(lead.length());
        }
        return this;
    }

    private Frame line(String text) {
        lines.add("|" + " ".repeat(MARGIN) + padded(text, INNER - MARGIN) + "|");
        return this;
    }

    /** At blanks; a word longer than a line, such as a path, wherever the line ends. */
    private static List<String> broken(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            parts.add(rest.substring(0, end));
            rest = rest.substring(blank > 0 ? end + 1 : end);
        }
        parts.add(rest);
        return parts;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}

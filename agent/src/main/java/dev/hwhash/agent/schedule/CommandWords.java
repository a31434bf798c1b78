// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import java.util.List;

/**
 * Words as one command line, as a program of Windows takes it apart again; pure.
 *
 * @see <a href="https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments">Parsing C command-line
 *     arguments</a>
 */
final class CommandWords {

    private CommandWords() {}

    /** Returns the words in quotes where they need them, with blanks between. */
    static String joined(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(line.length() == 0 ? "" : " ").append(quoted(word));
        }
        return line.toString();
    }

    private static String quoted(String word) {
        if (!word.isEmpty() && word.indexOf(' ') < 0 && word.indexOf('\t') < 0 && word.indexOf('"') < 0) {
            return word;
        }
        StringBuilder quoted = new StringBuilder("\"");
        int backslashes = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            // A backslash counts as itself unless a quote follows it.
            quoted.append(c == '"' ? "\\".repeat(backslashes + 1) : "").append(c);
            backslashes = c == '\\' ? backslashes + 1 : 0;
        }
        return quoted.append("\\".repeat(backslashes)).append('"').toString();
    }
}

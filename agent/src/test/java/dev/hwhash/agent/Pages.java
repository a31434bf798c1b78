// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages that people read, and what stands in them as code. */
final class Pages {

    static final Path ROOT = Path.of(System.getProperty("hwhash.root", ".."));
    static final Path WRAPPERS = ROOT.resolve("packaging/src/main/portable/wrappers");

    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");

    private Pages() {}

    /** Returns all pages in Markdown. */
    static List<Path> all() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /** Returns the lines of blocks of code in a language, and with "bat" what stands as code in a sentence. */
    static List<String> code(Path page, String language) throws IOException {
        String text = Files.readString(page);
        List<String> lines = new ArrayList<>();
        FENCE.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .forEach(block -> block.group(2).lines().map(String::strip).forEach(lines::add));
        if (language.equals("bat")) {
            lines.addAll(found(SPAN, withoutBlocks(text)));
        }
        return lines;
    }

    static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    static String withoutBlocks(String text) {
        return FENCE.matcher(text).replaceAll("");
    }

    /** Returns the anchors of a page's headings, as GitHub makes them. */
    static List<String> anchors(Path page) throws IOException {
        return withoutBlocks(Files.readString(page))
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The kinds of options. They are specifications, not annotated fields: to read annotations takes picocli as long as all
 * else that it does, at each start.
 */
final class Options {

    private Options() {}

    /** An option that is false unless it is given. */
    static OptionSpec.Builder flag(String... names) {
        return OptionSpec.builder(names).type(boolean.class).initialValue(false);
    }

    /** An option with a text, null unless it is given. */
    static OptionSpec.Builder text(String label, String... names) {
        return OptionSpec.builder(names).paramLabel(label).type(String.class);
    }

    /** An option with one or more texts, none unless it is given. */
    static OptionSpec.Builder texts(String label, String name) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(new ArrayList<String>());
    }

    /** An option with a number of seconds. */
    static OptionSpec.Builder seconds(String name, int preset) {
        return OptionSpec.builder(name).paramLabel("S").type(int.class).defaultValue(Integer.toString(preset));
    }

    /** Returns a number of seconds as it was given. */
    static Duration seconds(OptionSpec option) throws ProblemException {
        int seconds = option.getValue();
        if (seconds < 1) {
            throw usage(option.longestName() + " takes a number of seconds from 1, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** The option that names where rows go. */
    static OptionSpec.Builder output(String label) {
        return text(label, "-o", "--output");
    }

    /** The option that names a format; its preset fits behind "Default: ". */
    static OptionSpec format(String preset) {
        return text("F", "--format")
                .description("autopilot, partner-center, managed-desktop, corporate-identifiers or json. Default: "
                        + preset + ".")
                .build();
    }

    /** The option that names how a new file is stored. */
    static OptionSpec encoding() {
        return text("E", "--encoding")
                .description("ascii (default), ansi, utf-8, utf-8-bom or utf-16le.")
                .build();
    }

    /** Returns a text as it was given. */
    static Optional<String> given(OptionSpec option) {
        return Optional.ofNullable(option.<@Nullable String>getValue());
    }

    /** The option by which characters that are not Unicode are read. */
    static OptionSpec inputEncoding() {
        return text("CODEPAGE", "--input-encoding")
                .description("The code page of files that are not Unicode, such as windows-1250. Default: the PC's.")
                .build();
    }

    /** The option by which a file that is there may be replaced. */
    static OptionSpec overwrite() {
        return flag("--overwrite")
                .description("Replaces an output that exists.")
                .build();
    }

    /** Words without an option that name files; at least one. */
    static PositionalParamSpec files(String label, String description) {
        return words(label, description).arity("1..*").required(true).build();
    }

    /** Words without an option that name files; also none. */
    static PositionalParamSpec anyFiles(String label, String description) {
        return words(label, description).arity("0..*").build();
    }

    private static PositionalParamSpec.Builder words(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .description(description)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(new ArrayList<String>());
    }

    /** The one word without an option, which names a file. */
    static PositionalParamSpec file(String label, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity("1")
                .required(true)
                .type(String.class)
                .description(description)
                .build();
    }

    /** Returns the path that a word names. */
    static Path path(PositionalParamSpec word) throws ProblemException {
        return path(word.paramLabel(), word.<String>getValue());
    }

    /** Returns the path that was given. */
    static Optional<Path> path(OptionSpec option) throws ProblemException {
        @Nullable String path = option.getValue();
        return path == null ? Optional.empty() : Optional.of(path(option.longestName(), path));
    }

    /** Returns the paths that were given. */
    static List<Path> paths(ArgSpec words) throws ProblemException {
        List<Path> paths = new ArrayList<>();
        for (String word : words.<List<String>>getValue()) {
            paths.add(path(words instanceof OptionSpec option ? option.longestName() : words.paramLabel(), word));
        }
        return paths;
    }

    private static Path path(String option, String path) throws ProblemException {
        if (path.isBlank()) {
            throw usage(option + " has no file; a variable may be empty");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw usage(option + " takes a path, and " + path + " is none: " + e.getReason());
        }
    }

    /** Returns the format that was named. */
    static Optional<Format> format(OptionSpec option) throws ProblemException {
        @Nullable String name = option.getValue();
        if (name == null) {
            return Optional.empty();
        }
        Optional<Format> named = Format.named(name);
        if (named.isEmpty()) {
            throw usage("--format takes autopilot, partner-center, managed-desktop, corporate-identifiers or json, not "
                    + name);
        }
        return named;
    }

    /** Returns the encoding that was named. */
    static Optional<TextEncoding> encoding(OptionSpec option) throws ProblemException {
        @Nullable String name = option.getValue();
        if (name == null) {
            return Optional.empty();
        }
        Optional<TextEncoding> named = TextEncoding.named(name, AnsiCodePage.ofThisPc());
        if (named.isEmpty()) {
            throw usage("--encoding takes ascii, ansi, utf-8, utf-8-bom or utf-16le, not " + name);
        }
        return named;
    }

    /** Returns the code page that was named, or the PC's. */
    static Charset codePage(OptionSpec option) throws ProblemException {
        @Nullable String name = option.getValue();
        if (name == null) {
            return AnsiCodePage.ofThisPc();
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw usage("--input-encoding takes a code page such as windows-1250, not " + name);
        }
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.collect.Collect;
import dev.hwhash.agent.collect.CollectRequest;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hwhash collect}: maps the command line to a {@link CollectRequest}. */
@Command(
        name = "collect",
        description = "Reads this PC, or captures of PCs, and writes one row for each.",
        sortOptions = false)
final class CollectCommand implements Subcommand {

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "Adds the row to FILE, or replaces the row of the same device there; in an existing folder,"
                    + " writes one file for each device. Without -o: CSV on stdout.")
    private @Nullable String output;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "autopilot, partner-center, managed-desktop, corporate-identifiers or json. Default: that of"
                    + " FILE, or autopilot.")
    private @Nullable String format;

    @Option(
            names = "--encoding",
            paramLabel = "E",
            description = "ascii, ansi, utf-8, utf-8-bom or utf-16le. Default: that of FILE, or ascii.")
    private @Nullable String encoding;

    @Option(
            names = "--input-encoding",
            paramLabel = "CODEPAGE",
            description = "The code page of files that are not Unicode, such as windows-1250. Default: the PC's.")
    private @Nullable String inputEncoding;

    @Option(names = "--group-tag", paramLabel = "T", description = "The group tag of the device.")
    private @Nullable String groupTag;

    @Option(names = "--assigned-user", paramLabel = "U", description = "The user principal name of its user.")
    private @Nullable String assignedUser;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Reads captures instead of this PC: OA3.xml, JSON, CSV, an MDM diagnostics report, a hash.")
    private List<String> from = new ArrayList<>();

    @Option(
            names = "--wmi-timeout",
            paramLabel = "S",
            defaultValue = "90",
            description = "Waits at most S seconds for WMI (default: 90).")
    private int wmiTimeout;

    @Option(names = "--strict", description = "Writes no row that deserves a warning.")
    private boolean strict;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        return new Collect(request(), session).run();
    }

    private CollectRequest request() throws ProblemException {
        List<Path> captures = new ArrayList<>();
        for (String capture : from) {
            captures.add(path("--from", capture));
        }
        return new CollectRequest(
                output == null ? Optional.empty() : Optional.of(path("-o", output)),
                namedFormat(),
                namedEncoding(),
                ansi(),
                DeviceRecord.EMPTY
                        .with(Field.GROUP_TAG, given(groupTag))
                        .with(Field.ASSIGNED_USER, given(assignedUser)),
                captures,
                CommonOptions.seconds("--wmi-timeout", wmiTimeout),
                strict);
    }

    private Optional<Format> namedFormat() throws ProblemException {
        if (format == null) {
            return Optional.empty();
        }
        Optional<Format> named = Format.named(format);
        if (named.isEmpty()) {
            throw usage("--format takes autopilot, partner-center, managed-desktop, corporate-identifiers or json, not "
                    + format);
        }
        return named;
    }

    private Optional<TextEncoding> namedEncoding() throws ProblemException {
        if (encoding == null) {
            return Optional.empty();
        }
        Optional<TextEncoding> named = TextEncoding.named(encoding, AnsiCodePage.ofThisPc());
        if (named.isEmpty()) {
            throw usage("--encoding takes ascii, ansi, utf-8, utf-8-bom or utf-16le, not " + encoding);
        }
        return named;
    }

    private Charset ansi() throws ProblemException {
        if (inputEncoding == null) {
            return AnsiCodePage.ofThisPc();
        }
        try {
            return Charset.forName(inputEncoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw usage("--input-encoding takes a code page such as windows-1250, not " + inputEncoding);
        }
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

    private static String given(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}

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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code hwhash collect}: maps the command line to a {@link CollectRequest}. */
final class CollectCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions();

    private final OptionSpec output = Options.text("FILE|DIR", "-o", "--output")
            .description("Adds the row to FILE, or replaces the row of the same device there; in an existing folder,"
                    + " writes one file for each device. Without -o: CSV on stdout.")
            .build();

    private final OptionSpec format = Options.text("F", "--format")
            .description("autopilot, partner-center, managed-desktop, corporate-identifiers or json. Default: that of"
                    + " FILE, or autopilot.")
            .build();

    private final OptionSpec encoding = Options.text("E", "--encoding")
            .description("ascii, ansi, utf-8, utf-8-bom or utf-16le. Default: that of FILE, or ascii.")
            .build();

    private final OptionSpec inputEncoding = Options.text("CODEPAGE", "--input-encoding")
            .description("The code page of files that are not Unicode, such as windows-1250. Default: the PC's.")
            .build();

    private final OptionSpec groupTag = Options.text("T", "--group-tag")
            .description("The group tag of the device.")
            .build();

    private final OptionSpec assignedUser = Options.text("U", "--assigned-user")
            .description("The user principal name of its user.")
            .build();

    private final OptionSpec from = Options.texts("FILE", "--from")
            .description("Reads captures instead of this PC: OA3.xml, JSON, CSV, an MDM diagnostics report, a hash.")
            .build();

    private final OptionSpec wmiTimeout = Options.seconds("--wmi-timeout", 90)
            .description("Waits at most S seconds for WMI (default: 90).")
            .build();

    private final OptionSpec strict = Options.flag("--strict")
            .description("Writes no row that deserves a warning.")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("collect");
        command.usageMessage()
                .description("Reads this PC, or captures of PCs, and writes one row for each.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(output)
                .addOption(format)
                .addOption(encoding)
                .addOption(inputEncoding)
                .addOption(groupTag)
                .addOption(assignedUser)
                .addOption(from)
                .addOption(wmiTimeout)
                .addOption(strict);
    }

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
        for (String capture : from.<List<String>>getValue()) {
            captures.add(path("--from", capture));
        }
        return new CollectRequest(
                output(),
                namedFormat(),
                namedEncoding(),
                ansi(),
                DeviceRecord.EMPTY
                        .with(Field.GROUP_TAG, given(groupTag))
                        .with(Field.ASSIGNED_USER, given(assignedUser)),
                captures,
                Options.seconds(wmiTimeout),
                strict.getValue());
    }

    private Optional<Path> output() throws ProblemException {
        @Nullable String path = output.getValue();
        return path == null ? Optional.empty() : Optional.of(path("-o", path));
    }

    private Optional<Format> namedFormat() throws ProblemException {
        @Nullable String name = format.getValue();
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

    private Optional<TextEncoding> namedEncoding() throws ProblemException {
        @Nullable String name = encoding.getValue();
        if (name == null) {
            return Optional.empty();
        }
        Optional<TextEncoding> named = TextEncoding.named(name, AnsiCodePage.ofThisPc());
        if (named.isEmpty()) {
            throw usage("--encoding takes ascii, ansi, utf-8, utf-8-bom or utf-16le, not " + name);
        }
        return named;
    }

    private Charset ansi() throws ProblemException {
        @Nullable String name = inputEncoding.getValue();
        if (name == null) {
            return AnsiCodePage.ofThisPc();
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw usage("--input-encoding takes a code page such as windows-1250, not " + name);
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

    private static String given(OptionSpec option) {
        @Nullable String value = option.getValue();
        return value == null ? "" : value;
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.check.Check;
import dev.hwhash.agent.check.CheckRequest;
import dev.hwhash.device.check.Importer;
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
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash check}: maps the command line to a {@link CheckRequest}. */
final class CheckCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .initialValue(new ArrayList<String>())
            .description("The files to check; of a folder, those that can hold devices.")
            .build();

    private final OptionSpec importer = Options.text("I", "--for")
            .description("Who shall take the files: intune, partner-center, managed-desktop or corporate-identifiers."
                    + " Default: whom the file's format is for.")
            .build();

    private final OptionSpec fix = Options.flag("--fix")
            .description("Writes a corrected copy of the one file to -o, and lists what it changed.")
            .build();

    private final OptionSpec output = Options.text("FILE", "-o", "--output")
            .description("Where the corrected copy goes.")
            .build();

    private final OptionSpec overwrite = Options.flag("--overwrite")
            .description("Lets the copy replace a file.")
            .build();

    private final OptionSpec json = Options.flag("--json")
            .description("Tells each finding as a JSON object on a line of its own.")
            .build();

    private final OptionSpec inputEncoding = Options.text("CODEPAGE", "--input-encoding")
            .description("The code page of files that are not Unicode, such as windows-1250. Default: the PC's.")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("check");
        command.usageMessage()
                .description("Checks each row by the rules of the import that shall take it, and by the hash's own"
                        + " checksum.")
                .sortOptions(false);
        common.addTo(command);
        return command.addPositional(files)
                .addOption(importer)
                .addOption(fix)
                .addOption(output)
                .addOption(overwrite)
                .addOption(json)
                .addOption(inputEncoding);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        return new Check(request(), session).run();
    }

    private CheckRequest request() throws ProblemException {
        List<Path> inputs = new ArrayList<>();
        for (String file : files.<List<String>>getValue()) {
            inputs.add(path("check", file));
        }
        return new CheckRequest(
                inputs, namedImporter(), ansi(), json.getValue(), copy(), overwrite.<Boolean>getValue());
    }

    private Optional<Importer> namedImporter() throws ProblemException {
        @Nullable String name = importer.getValue();
        if (name == null) {
            return Optional.empty();
        }
        Optional<Importer> named = Importer.named(name);
        if (named.isEmpty()) {
            throw usage("--for takes intune, partner-center, managed-desktop or corporate-identifiers, not " + name);
        }
        return named;
    }

    private Optional<Path> copy() throws ProblemException {
        @Nullable String path = output.getValue();
        boolean wanted = fix.getValue();
        if (wanted != (path != null)) {
            throw usage(wanted ? "--fix needs -o FILE for the copy" : "-o is for the copy that --fix makes");
        }
        return path == null ? Optional.empty() : Optional.of(path("-o", path));
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

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}

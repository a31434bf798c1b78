// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.check.Check;
import dev.hwhash.agent.check.CheckRequest;
import dev.hwhash.device.check.Importer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash check}: maps the command line to a {@link CheckRequest}. */
final class CheckCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final PositionalParamSpec files =
            Options.files("FILE", "The files to check; of a folder, those that can hold devices.");

    private final OptionSpec importer = Options.text("I", "--for")
            .description("Who shall take the files: intune, partner-center, managed-desktop or corporate-identifiers."
                    + " Default: whom the file's format is for.")
            .build();

    private final OptionSpec fix = Options.flag("--fix")
            .description("Writes a corrected copy of the one file to -o, and lists what it changed.")
            .build();

    private final OptionSpec output =
            Options.output("FILE").description("Where the corrected copy goes.").build();

    private final OptionSpec overwrite = Options.overwrite();

    private final OptionSpec json = Options.flag("--json")
            .description("Tells each finding as a JSON object on a line of its own.")
            .build();

    private final OptionSpec inputEncoding = Options.inputEncoding();

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
        return new CheckRequest(
                Options.paths(files),
                namedImporter(),
                Options.codePage(inputEncoding),
                json.getValue(),
                copy(),
                overwrite.getValue());
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
        Optional<Path> path = Options.path(output);
        boolean wanted = fix.getValue();
        if (wanted != path.isPresent()) {
            throw usage(wanted ? "--fix needs -o FILE for the copy" : "-o is for the copy that --fix makes");
        }
        return path;
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}

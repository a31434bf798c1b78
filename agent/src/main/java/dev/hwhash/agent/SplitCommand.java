// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.convert.ConvertRequest;
import dev.hwhash.agent.convert.Split;
import dev.hwhash.device.table.TextEncoding;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash split}: maps the command line to a {@link ConvertRequest}. */
final class SplitCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final OptionSpec output = Options.output("DIR")
            .required(true)
            .description("The folder in which the parts are written, as FILE-001.csv and so on.")
            .build();

    private final OptionSpec rows = OptionSpec.builder("--rows")
            .paramLabel("N")
            .type(int.class)
            .defaultValue("500")
            .description("The most rows of a part (default: ${DEFAULT-VALUE}, which Intune takes).")
            .build();

    private final OptionSpec format = Options.format("that of the input");
    private final OptionSpec encoding = Options.encoding();
    private final OptionSpec inputEncoding = Options.inputEncoding();
    private final OptionSpec overwrite = Options.overwrite();

    private final PositionalParamSpec input = Options.file("FILE", "A file with devices, of any kind.");

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("split");
        command.usageMessage()
                .description("Writes the rows of a file in parts that the importer takes.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(output)
                .addOption(rows)
                .addOption(format)
                .addOption(encoding)
                .addOption(inputEncoding)
                .addOption(overwrite)
                .addPositional(input);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        int rowsInPart = rows.getValue();
        if (rowsInPart < 1) {
            throw new ProblemException(
                    ExitCode.USAGE, "option-value", "--rows takes a number of rows from 1, not " + rowsInPart);
        }
        return new Split(request(), rowsInPart, session).run();
    }

    private ConvertRequest request() throws ProblemException {
        Path file = Options.path(input);
        return new ConvertRequest(
                file,
                Options.path(output).orElseThrow(),
                Options.format(format),
                Options.encoding(encoding).orElse(TextEncoding.ASCII),
                Options.codePage(inputEncoding),
                false,
                overwrite.getValue());
    }
}

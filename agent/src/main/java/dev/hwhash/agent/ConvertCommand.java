// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.convert.Convert;
import dev.hwhash.agent.convert.ConvertRequest;
import dev.hwhash.device.table.TextEncoding;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash convert}: maps the command line to a {@link ConvertRequest}. */
final class ConvertCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final OptionSpec output = Options.output("FILE")
            .required(true)
            .description("The file that is written.")
            .build();

    private final OptionSpec format = Options.format("that of the input");
    private final OptionSpec encoding = Options.encoding();
    private final OptionSpec inputEncoding = Options.inputEncoding();
    private final OptionSpec overwrite = Options.overwrite();

    private final OptionSpec withPkid = Options.flag("--with-pkid")
            .description("Takes a product ID that a row lacks out of its hardware hash.")
            .build();

    private final PositionalParamSpec input = Options.file("FILE", "A file with devices, of any kind.");

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("convert");
        command.usageMessage()
                .description("Writes the rows of a file in another format.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(output)
                .addOption(format)
                .addOption(encoding)
                .addOption(inputEncoding)
                .addOption(overwrite)
                .addOption(withPkid)
                .addPositional(input);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        return new Convert(request(), session).run();
    }

    private ConvertRequest request() throws ProblemException {
        Path file = Options.path(input);
        return new ConvertRequest(
                file,
                Options.path(output).orElseThrow(),
                Options.format(format),
                Options.encoding(encoding).orElse(TextEncoding.ASCII),
                Options.codePage(inputEncoding),
                withPkid.getValue(),
                overwrite.getValue());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.merge.Merge;
import dev.hwhash.agent.merge.MergeRequest;
import dev.hwhash.device.table.TextEncoding;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash merge}: maps the command line to a {@link MergeRequest}. */
final class MergeCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final OptionSpec output = Options.output("FILE")
            .required(true)
            .description("The file that is written. Where it lies among the inputs, it is not read.")
            .build();

    private final OptionSpec format = Options.format("that of the inputs where it is the same, or autopilot");
    private final OptionSpec encoding = Options.encoding();
    private final OptionSpec inputEncoding = Options.inputEncoding();
    private final OptionSpec overwrite = Options.overwrite();

    private final OptionSpec strict = Options.flag("--strict")
            .description("Also fails where two devices claim to be one; the output is written all the same.")
            .build();

    private final PositionalParamSpec inputs =
            Options.files("FILE|DIR", "Files with devices, of any kind, and folders in which to look for them.");

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("merge");
        command.usageMessage()
                .description("Writes one file out of many, with one row for each device: the newest one, and what older"
                        + " ones know besides.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(output)
                .addOption(format)
                .addOption(encoding)
                .addOption(inputEncoding)
                .addOption(overwrite)
                .addOption(strict)
                .addPositional(inputs);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        return new Merge(request(), session, Clock.systemUTC()).run();
    }

    private MergeRequest request() throws ProblemException {
        return new MergeRequest(
                Options.paths(inputs),
                Options.path(output).orElseThrow(),
                Options.format(format),
                Options.encoding(encoding).orElse(TextEncoding.ASCII),
                Options.codePage(inputEncoding),
                overwrite.getValue(),
                strict.getValue());
    }
}

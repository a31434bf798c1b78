// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.decode.Decode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash decode}: maps the command line to a run of {@link Decode}. */
final class DecodeCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(300);

    private final PositionalParamSpec input = PositionalParamSpec.builder()
            .paramLabel("FILE|HASH|-")
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .description("OA3.xml, a CSV or JSON of devices, an MDM diagnostics report, or a file with a bare hash; or"
                    + " the hash itself; or - for stdin.")
            .build();

    private final OptionSpec json = Options.flag("--json")
            .description("Prints one JSON object a line for each hash.")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("decode");
        command.usageMessage()
                .description("Shows what is in a hardware hash, and whether its checksum holds.")
                .sortOptions(false);
        common.addTo(command);
        return command.addPositional(input).addOption(json);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        @Nullable String given = input.getValue();
        if (given == null || given.isBlank()) {
            throw new ProblemException(
                    ExitCode.USAGE, "option-value", "decode takes a file, a hash or -; a variable may be empty");
        }
        return new Decode(given, json.getValue(), AnsiCodePage.ofThisPc(), session).run();
    }
}

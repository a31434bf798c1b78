// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.stick.Digest;
import dev.hwhash.agent.stick.StickCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash stick check}: maps the command line to a {@link StickCheck}. */
final class StickCheckCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final PositionalParamSpec stick = Options.file("DIR", "The stick, such as E:\\");

    private final OptionSpec digest = Options.text("D", "--digest")
            .required(true)
            .description("The 64 hexadecimal digits that stick prepare has printed, kept elsewhere than on the stick.")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("check");
        command.usageMessage()
                .description("Names each file of the program on a stick that was changed, removed or added since it was"
                        + " prepared. Run it from a copy of hwhash that you trust, not from that stick.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(digest).addPositional(stick);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        Path folder = Options.path(stick);
        return new StickCheck(folder, digest(), session).run();
    }

    private Digest digest() throws ProblemException {
        String given = digest.<String>getValue();
        Optional<Digest> read = Digest.read(given.strip());
        if (read.isEmpty()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "option-value",
                    "--digest takes the 64 hexadecimal digits that stick prepare has printed, not " + given.length()
                            + " characters of something else");
        }
        return read.get();
    }
}

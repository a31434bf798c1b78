// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.upload.Status;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code hwhash status}: what waits, what was refused, what became of the last report. */
final class StatusCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(60);

    private final OptionSpec to = Options.text("TARGET", "--to")
            .description("Tells of this service only.")
            .build();

    private final OptionSpec outbox = SendOptions.outbox();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("status");
        command.usageMessage()
                .description("Tells what waits in the outbox, what was refused, and what became of the last report.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(to).addOption(outbox);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        new Status(Options.given(to), Options.path(outbox), session).run();
        return List.of();
    }
}

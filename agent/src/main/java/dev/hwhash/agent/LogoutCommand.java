// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.login.SigningOut;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code hwhash logout}: deletes what {@code login} has kept. */
final class LogoutCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(60);

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("logout");
        command.usageMessage()
                .description("Deletes the sign-in that hwhash login has kept for this user.")
                .sortOptions(false);
        common.addTo(command);
        return command;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        new SigningOut(session).run();
        return List.of();
    }
}

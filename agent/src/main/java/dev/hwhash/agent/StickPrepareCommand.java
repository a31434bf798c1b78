// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.stick.PrepareRequest;
import dev.hwhash.agent.stick.StickPreparation;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash stick prepare}: maps the command line to a {@link PrepareRequest}. */
final class StickPrepareCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(3600);

    private final PositionalParamSpec stick = Options.file("DIR", "The stick, such as E:\\; any folder will do.");

    private final OptionSpec service = Options.text("URL", "--service")
            .description("The collection service to which PCs are sent.")
            .build();

    private final OptionSpec groupTag = Options.text("T", "--group-tag")
            .description("The group tag of the PCs.")
            .build();

    private final OptionSpec secretFile = Options.text("F", "--secret-file")
            .description("The file with the two lines service = https://... and token = ..., which are copied to the"
                    + " stick: whoever holds the stick has the token. It names the service where --service is not"
                    + " given.")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("prepare");
        command.usageMessage()
                .description("Makes a stick of the portable folder in which this hwhash lies, on any system, and prints"
                        + " the digest by which stick check knows it. On a stick that is one already, the program is"
                        + " brought up to date: devices, outbox and tags.txt stay as they are, and hwhash.conf is"
                        + " written anew from the options given now, so give again what shall stay.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(service)
                .addOption(groupTag)
                .addOption(secretFile)
                .addPositional(stick);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        PrepareRequest request = new PrepareRequest(
                Options.path(stick), Options.given(service), Options.given(groupTag), Options.path(secretFile));
        new StickPreparation(request, session).run();
        return List.of();
    }
}

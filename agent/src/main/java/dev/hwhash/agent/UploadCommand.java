// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.upload.Upload;
import dev.hwhash.agent.upload.UploadRequest;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code hwhash upload}: maps the command line to an {@link UploadRequest}. */
final class UploadCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(300);
    private final SendOptions sending = new SendOptions();
    private final RegistrationOptions registration = new RegistrationOptions();

    private final OptionSpec to = Options.text("TARGET", "--to")
            .description("The URL of the collection service, intune, or partner-center. Default: the configured one.")
            .build();

    private final OptionSpec startDelay = OptionSpec.builder("--start-delay")
            .paramLabel("S")
            .type(int.class)
            .defaultValue("0")
            .description(
                    "Waits a random time of at most S seconds before anything is sent (default: ${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec schedule = Options.flag("--schedule")
            .description("On Windows: has a task send later what waits in the end; it removes itself.")
            .build();

    private final OptionSpec inputEncoding = Options.inputEncoding();

    private final PositionalParamSpec files = Options.anyFiles(
            "FILE", "Files with devices, of any kind, and folders of them. None: sends what waits in the outbox.");

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("upload");
        command.usageMessage()
                .description(
                        "Sends devices to a collection service, or registers them with Intune or Partner Center. What is not reached is"
                                + " kept in the outbox.")
                .sortOptions(false);
        common.addTo(command);
        command.addOption(to);
        sending.addTo(command);
        registration.addTo(command);
        return command.addOption(startDelay)
                .addOption(schedule)
                .addOption(inputEncoding)
                .addPositional(files);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        return new Upload(request(), session).run();
    }

    private UploadRequest request() throws ProblemException {
        int seconds = startDelay.getValue();
        if (seconds < 0) {
            throw new ProblemException(
                    ExitCode.USAGE, "option-value", "--start-delay takes a number of seconds from 0, not " + seconds);
        }
        return new UploadRequest(
                sending.request(Options.given(to), registration.request()),
                common.config(),
                Options.paths(files),
                Options.codePage(inputEncoding),
                Duration.ofSeconds(seconds),
                schedule.getValue());
    }
}

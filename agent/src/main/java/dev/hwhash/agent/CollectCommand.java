// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.collect.Collect;
import dev.hwhash.agent.collect.CollectRequest;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.agent.upload.SendRequest;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code hwhash collect}: maps the command line to a {@link CollectRequest}. */
final class CollectCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(300);

    private final OptionSpec output = Options.output("FILE|DIR")
            .description("Adds the row to FILE, or replaces the row of the same device there; in an existing folder,"
                    + " writes one file for each device. Without -o: CSV on stdout.")
            .build();

    private final OptionSpec format = Options.format("that of FILE, or autopilot");

    private final OptionSpec encoding = Options.text("E", "--encoding")
            .description("ascii, ansi, utf-8, utf-8-bom or utf-16le. Default: that of FILE, or ascii.")
            .build();

    private final OptionSpec inputEncoding = Options.inputEncoding();

    private final OptionSpec groupTag = Options.text("T", "--group-tag")
            .description("The group tag of the device.")
            .build();

    private final OptionSpec assignedUser = Options.text("U", "--assigned-user")
            .description("The user principal name of its user.")
            .build();

    private final OptionSpec from = Options.texts("FILE", "--from")
            .description("Reads captures instead of this PC: OA3.xml, JSON, CSV, an MDM diagnostics report, a hash.")
            .build();

    private final OptionSpec wmiTimeout = Options.seconds("--wmi-timeout", 90)
            .description("Waits at most S seconds for WMI (default: 90).")
            .build();

    private final OptionSpec oa3tool = Options.text("EXE", "--oa3tool")
            .description("Asks Microsoft's oa3tool.exe where WMI gives no hash. In Windows PE it is looked for beside"
                    + " hwhash and in the Windows ADK.")
            .build();

    private final OptionSpec upload = Options.text("TARGET", "--upload")
            .description(
                    "Sends the row to the collection service with that URL, or registers it with intune. What is not"
                            + " reached is kept in the outbox.")
            .build();

    private final SendOptions sending = new SendOptions();
    private final RegistrationOptions registration = new RegistrationOptions();

    private final OptionSpec once = Options.flag("--once")
            .description("With --upload: does nothing if the service has this PC already.")
            .build();

    private final OptionSpec strict = Options.flag("--strict")
            .description("Writes no row that deserves a warning.")
            .build();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("collect");
        command.usageMessage()
                .description("Reads this PC, or captures of PCs, and writes one row for each.")
                .sortOptions(false);
        common.addTo(command);
        command.addOption(output)
                .addOption(format)
                .addOption(encoding)
                .addOption(inputEncoding)
                .addOption(groupTag)
                .addOption(assignedUser)
                .addOption(from)
                .addOption(wmiTimeout)
                .addOption(oa3tool)
                .addOption(upload);
        sending.addTo(command);
        registration.addForThisPc(command);
        return command.addOption(once).addOption(strict);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        return new Collect(request(session.configuration()), session).run();
    }

    private CollectRequest request(Configuration configuration) throws ProblemException {
        Optional<Format> named = Options.format(format);
        return new CollectRequest(
                Options.path(output),
                named,
                Options.encoding(encoding),
                Options.codePage(inputEncoding),
                DeviceRecord.EMPTY
                        .with(Field.GROUP_TAG, given(groupTag, Field.GROUP_TAG, Key.GROUP_TAG, named, configuration))
                        .with(
                                Field.ASSIGNED_USER,
                                given(assignedUser, Field.ASSIGNED_USER, Key.ASSIGNED_USER, named, configuration)),
                Options.paths(from),
                Options.seconds(wmiTimeout),
                Options.path(oa3tool),
                upload(),
                once.getValue(),
                strict.getValue());
    }

    private Optional<SendRequest> upload() throws ProblemException {
        Optional<String> target = Options.given(upload);
        boolean needsTarget = once.<Boolean>getValue() || sending.untilDone() || registration.areGiven();
        if (target.isEmpty() && needsTarget) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "option-value",
                    "--once, --wait and the options of Intune are for what is sent; name a service, or intune, by"
                            + " --upload");
        }
        if (target.equals(Optional.of("partner-center"))) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "target-refused",
                    "Partner Center is used on the partner's machine or by the collection service, not by a PC; write a"
                            + " file with --format partner-center -o FILE, or send to a collection service");
        }
        return target.isEmpty() ? Optional.empty() : Optional.of(sending.request(target, registration.request()));
    }

    /** A configured value is a default: it is for whichever formats have the field. */
    private static String given(
            OptionSpec option, Field field, Key key, Optional<Format> format, Configuration configuration) {
        @Nullable String value = option.getValue();
        if (value != null) {
            return value;
        }
        Optional<Setting> setting = configuration.setting(key);
        boolean held = format.isEmpty() || format.get().held().contains(field);
        return held && setting.isPresent() ? setting.get().value() : "";
    }
}

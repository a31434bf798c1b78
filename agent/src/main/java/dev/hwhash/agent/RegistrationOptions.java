// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.upload.RegistrationRequest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of the commands that register devices with Intune or Partner Center. */
final class RegistrationOptions {

    private final OptionSpec waitForProfile = Options.flag("--wait-for-profile")
            .description("Intune: waits until a deployment profile is assigned, or the deadline of --timeout passes.")
            .build();

    private final OptionSpec update = Options.flag("--update")
            .description("Intune: a device that is registered already gets the row's group tag and user.")
            .build();

    private final OptionSpec replace = Options.flag("--replace")
            .description("Intune: a device that is registered already is deleted and imported anew, unless it is"
                    + " enrolled.")
            .build();

    private final OptionSpec deviceName = Options.text("NAME", "--device-name")
            .description("Intune: with --update, the name that the one device shall get.")
            .build();

    private final OptionSpec corporateIdentifiers = Options.flag("--corporate-identifiers")
            .description("Intune: imports manufacturer, model and serial number as corporate device identifiers, not"
                    + " the hash.")
            .build();

    private final OptionSpec customer = Options.text("ID", "--customer")
            .description("Partner Center: the id of the customer's tenant.")
            .build();

    private final OptionSpec batch = Options.text("NAME", "--batch")
            .description("Partner Center: the name of the batch, which becomes the group tag. Default: the group tag of"
                    + " each row.")
            .build();

    /** Adds those that make sense for the PC on which hwhash runs. */
    void addForThisPc(CommandSpec command) {
        command.addOption(waitForProfile)
                .addOption(update)
                .addOption(replace)
                .addOption(deviceName)
                .addOption(corporateIdentifiers);
    }

    /** Adds all. */
    void addTo(CommandSpec command) {
        addForThisPc(command);
        command.addOption(customer).addOption(batch);
    }

    /** Tells whether any of them was given: only then a class of sending is loaded. */
    boolean areGiven() {
        for (OptionSpec option : List.of(waitForProfile, update, replace, corporateIdentifiers)) {
            if (option.<Boolean>getValue()) {
                return true;
            }
        }
        return Options.given(deviceName).isPresent()
                || Options.given(customer).isPresent()
                || Options.given(batch).isPresent();
    }

    RegistrationRequest request() throws ProblemException {
        Optional<String> name = Options.given(deviceName);
        if (name.isPresent() && !update.<Boolean>getValue() && !replace.<Boolean>getValue()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "option-value",
                    "--device-name needs --update; new devices get their name by profile");
        }
        return new RegistrationRequest(
                Options.given(customer),
                Options.given(batch),
                waitForProfile.getValue(),
                update.getValue(),
                replace.getValue(),
                name,
                corporateIdentifiers.getValue());
    }
}

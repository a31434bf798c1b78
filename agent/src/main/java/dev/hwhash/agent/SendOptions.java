// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.upload.RegistrationRequest;
import dev.hwhash.agent.upload.SendRequest;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of the commands that send. */
final class SendOptions {

    private final OptionSpec wait = Options.flag("--wait")
            .description(
                    "Tries until the target has everything and each device has its end, or the deadline of --timeout passes.")
            .build();

    private final OptionSpec outbox = outbox();

    private final OptionSpec proxy = proxy();

    private final OptionSpec caFile = caFile();

    private final OptionSpec secretFile = Options.text("F", "--secret-file")
            .description(
                    "The file with the secret: service = https://... and token = ..., or tenant, client-id and client-secret.")
            .build();

    /** The option that names the folder of what waits. */
    static OptionSpec outbox() {
        return Options.text("DIR", "--outbox")
                .description("The folder of what waits to be sent.")
                .build();
    }

    /** The option that names a proxy. */
    static OptionSpec proxy() {
        return Options.text("P", "--proxy")
                .description("The proxy, as http://host:port. Default: the machine's.")
                .build();
    }

    /** The option that names more certificates to trust. */
    static OptionSpec caFile() {
        return Options.text("F", "--ca-file")
                .description("Certificates to trust besides the system's, in PEM.")
                .build();
    }

    void addTo(CommandSpec command) {
        command.addOption(wait)
                .addOption(outbox)
                .addOption(proxy)
                .addOption(caFile)
                .addOption(secretFile);
    }

    /** Returns what was asked, of a target that was named. */
    SendRequest request(Optional<String> target, RegistrationRequest registration) throws ProblemException {
        return new SendRequest(
                target,
                untilDone(),
                Options.path(outbox),
                Options.given(proxy),
                Options.path(caFile),
                Options.path(secretFile),
                registration);
    }

    /** Tells whether {@code --wait} was given. */
    boolean untilDone() {
        return wait.getValue();
    }
}

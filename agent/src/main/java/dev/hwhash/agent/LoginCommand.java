// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.login.LoginRequest;
import dev.hwhash.agent.login.SigningIn;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code hwhash login}: maps the command line to a {@link LoginRequest}. */
final class LoginCommand implements Subcommand {

    private final CommonOptions common = new CommonOptions(900);

    private final OptionSpec to = Options.text("TARGET", "--to")
            .description("What to sign in for: intune (default) or partner-center.")
            .build();

    private final OptionSpec cloud = Options.text("C", "--cloud")
            .description("global, usgov, usgov-dod or china. Default: the configured one, or global.")
            .build();

    private final OptionSpec tenant = Options.text("T", "--tenant")
            .description("The directory, as a GUID or a domain.")
            .build();

    private final OptionSpec clientId = Options.text("ID", "--client-id")
            .description("The Application (client) ID of the app registration.")
            .build();

    private final OptionSpec secretFile = Options.text("F", "--secret-file")
            .description("Signs an app in: the file with tenant = ..., client-id = ... and client-secret = ...")
            .build();

    private final OptionSpec certificate = Options.text("F", "--certificate")
            .description("Signs an app in: the file with its certificate and key, as PFX or PEM.")
            .build();

    private final OptionSpec proxy = SendOptions.proxy();

    private final OptionSpec caFile = SendOptions.caFile();

    @Override
    public CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this).name("login");
        command.usageMessage()
                .description(
                        "Signs in to register devices with Intune or Partner Center: a user by a code for a browser, or"
                                + " an app by a secret or a certificate. It is kept for this user, sealed.")
                .sortOptions(false);
        common.addTo(command);
        return command.addOption(to)
                .addOption(cloud)
                .addOption(tenant)
                .addOption(clientId)
                .addOption(secretFile)
                .addOption(certificate)
                .addOption(proxy)
                .addOption(caFile);
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public List<Problem> run(Session session) throws ProblemException {
        LoginRequest request = new LoginRequest(
                resource(),
                Options.given(cloud),
                Options.given(tenant),
                Options.given(clientId),
                Options.path(secretFile),
                Options.path(certificate),
                Options.given(proxy),
                Options.path(caFile));
        if (request.secretFile().isPresent() && request.certificate().isPresent()) {
            throw usage("--secret-file and --certificate are two ways to sign in; give one of them");
        }
        new SigningIn(request, session).run();
        return List.of();
    }

    private Resource resource() throws ProblemException {
        String target = Options.given(to).orElse("intune");
        return switch (target) {
            case "intune" -> Resource.GRAPH;
            case "partner-center" -> Resource.PARTNER_CENTER;
            default -> throw usage("--to takes intune or partner-center, not " + target);
        };
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.AppCredentials;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.TokenStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Finds by which right a run registers devices: what is configured comes before who has signed in. */
public final class SignInSource {

    private SignInSource() {}

    /**
     * Finds it; connects to nothing.
     *
     * @param secretFile the file with the app's secret that the command line names; empty: none
     * @param session what the run works with
     * @return the right, and where it counts
     * @throws ProblemException if there is none, or what is configured makes no sense
     */
    public static SignedIn find(Optional<Path> secretFile, Session session) throws ProblemException {
        Configuration configuration = session.configuration();
        Endpoints endpoints = ConfiguredEndpoints.of(configuration, Optional.empty());
        Optional<AppCredentials> app = configuration.appCredentials(secretFile, session.messages());
        if (app.isPresent()) {
            return new SignedIn(signIn(app.get()), bound(endpoints, app.get()), TokenStore.NONE);
        }
        throw new ProblemException(
                ExitCode.CREDENTIALS_REFUSED,
                "sign-in-missing",
                "nobody has signed in to register devices; run hwhash login, or write tenant, client-id and client-secret"
                        + " (or client-certificate) into a file and name it by --secret-file, or into hwhash.conf");
    }

    /** A secret goes to the endpoint beside which it stands, whatever stands elsewhere. */
    private static Endpoints bound(Endpoints endpoints, AppCredentials app) throws ProblemException {
        if (app.loginEndpoint().isEmpty()) {
            return endpoints;
        }
        Endpoint login = ConfiguredEndpoints.endpoint(app.loginEndpoint().get(), app.where(), Key.LOGIN_ENDPOINT);
        return endpoints.with(Optional.empty(), Optional.of(login), Optional.empty());
    }

    private static SignIn signIn(AppCredentials app) throws ProblemException {
        Tenant tenant = Tenant.named(app.tenant())
                .orElseThrow(
                        () -> refused(app, "tenant is neither a GUID nor a domain such as contoso.onmicrosoft.com"));
        UUID clientId = clientId(app);
        return new SignIn.ClientSecret(tenant, clientId, app.secret().orElse(""));
    }

    private static UUID clientId(AppCredentials app) throws ProblemException {
        try {
            return UUID.fromString(app.clientId());
        } catch (IllegalArgumentException e) {
            throw refused(app, "client-id is no GUID; take the Application (client) ID of the app registration");
        }
    }

    private static ProblemException refused(AppCredentials app, String words) {
        return new ProblemException(ExitCode.USAGE, "configuration-refused", app.where() + ": " + words);
    }
}

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
import dev.hwhash.registration.login.Login;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.TokenStore;
import java.nio.file.Path;
import java.util.Optional;

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
        return find(secretFile, session, StoredLogin.ofThisUser(session));
    }

    static SignedIn find(Optional<Path> secretFile, Session session, StoredLogin stored) throws ProblemException {
        Configuration configuration = session.configuration();
        Optional<AppCredentials> app = configuration.appCredentials(secretFile, session.messages());
        Optional<SignIn> ofApp = app.isEmpty() ? Optional.empty() : AppSignIn.of(app.get(), session);
        if (app.isPresent() && ofApp.isPresent()) {
            return new SignedIn(ofApp.get(), endpoints(app.get(), Optional.empty(), configuration), TokenStore.NONE);
        }
        if (secretFile.isPresent()) {
            throw missing(secretFile.get() + " holds no sign-in for Intune or Partner Center that is used");
        }
        Login login = stored.read().orElseThrow(() -> missing("nobody has signed in to register devices"));
        requireSame(login.endpoints(), configuration);
        return new SignedIn(login.signIn(), login.endpoints(), stored.store().tokens(login));
    }

    /**
     * Returns where a secret counts: what stands beside it comes before all that stands elsewhere.
     *
     * @param cloud the cloud that the command line names
     */
    static Endpoints endpoints(AppCredentials app, Optional<String> cloud, Configuration configuration)
            throws ProblemException {
        Endpoints endpoints = ConfiguredEndpoints.of(configuration, app.cloud().or(() -> cloud));
        if (app.loginEndpoint().isEmpty()) {
            return endpoints;
        }
        Endpoint login = ConfiguredEndpoints.endpoint(app.loginEndpoint().get(), app.where(), Key.LOGIN_ENDPOINT);
        return endpoints.with(Optional.empty(), Optional.of(login), Optional.empty());
    }

    /** A sign-in counts where it was made, and its tokens go nowhere else. */
    private static void requireSame(Endpoints own, Configuration configuration) throws ProblemException {
        Endpoints configured = ConfiguredEndpoints.instead(own, configuration);
        if (!configured.equals(own)) {
            throw new ProblemException(
                    ExitCode.CREDENTIALS_REFUSED,
                    "sign-in-elsewhere",
                    "the stored sign-in is for the cloud " + own.cloud() + " at "
                            + own.login().origin() + ", and something else is configured; sign in again: hwhash login");
        }
    }

    private static ProblemException missing(String seen) {
        return new ProblemException(
                ExitCode.CREDENTIALS_REFUSED,
                "sign-in-missing",
                seen + "; run hwhash login, or write tenant, client-id and client-secret (or client-certificate) into a"
                        + " file and name it by --secret-file, or into hwhash.conf");
    }
}

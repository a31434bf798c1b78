// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.AppCredentials;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.agent.connection.ConnectionSettings;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.login.Login;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.signin.CertificateKey;
import dev.hwhash.registration.signin.DeviceCodeSignIn;
import dev.hwhash.registration.signin.MsalTokens;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.TokenStore;
import dev.hwhash.registration.signin.TokenStoreException;
import dev.hwhash.uploader.http.Connections;
import dev.hwhash.uploader.http.UnusableSettingsException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One run of {@code hwhash login}: asks for a token, and keeps the sign-in if there is one. */
public final class SigningIn {

    /** To tell what came of it. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final LoginRequest request;
    private final Session session;

    /**
     * Makes a run.
     *
     * @param request what was asked for
     * @param session what it works with
     */
    public SigningIn(LoginRequest request, Session session) {
        this.request = request;
        this.session = session;
    }

    /**
     * Signs in.
     *
     * @throws ProblemException if nobody has signed in, or it cannot be kept
     */
    public void run() throws ProblemException {
        session.deadline().busyWith(ExitCode.WAIT_DEADLINE, "login-timeout", "somebody signed in; nothing is kept");
        StoredLogin stored = StoredLogin.ofThisUser(session);
        try (Connection connection =
                Connections.of(ConnectionSettings.of(request.proxy(), request.caFile(), session))) {
            boolean ofApp =
                    request.secretFile().isPresent() || request.certificate().isPresent();
            Login login = ofApp ? ofApp(connection) : ofUser(connection);
            stored.store().write(login);
        } catch (UnusableSettingsException e) {
            throw new ProblemException(ExitCode.USAGE, "settings-refused", e.getMessage());
        } catch (SignInException e) {
            throw problem(e);
        } catch (TokenStoreException e) {
            throw new ProblemException(ExitCode.NOT_WRITTEN, "sign-in-not-kept", e.getMessage());
        }
        session.messages()
                .note("sign-in-kept", "kept for this user in " + stored.store().path() + "; hwhash logout deletes it");
        warnOfConfigured();
    }

    private Login ofApp(Connection connection) throws ProblemException, SignInException {
        Login login = request.secretFile().isPresent() ? ofFile() : ofCertificate();
        MsalTokens.of(login.signIn(), login.endpoints(), connection, TokenStore.NONE)
                .token(request.resource(), time());
        session.messages()
                .note("signed-in", login + " gets tokens for " + name() + "; the file is not needed any more");
        return login;
    }

    private Login ofFile() throws ProblemException {
        Configuration configuration = session.configuration();
        Optional<AppCredentials> app = configuration.appCredentials(request.secretFile(), session.messages());
        Optional<SignIn> signIn = app.isEmpty() ? Optional.empty() : AppSignIn.of(app.get(), session);
        if (app.isEmpty() || signIn.isEmpty()) {
            throw refused(
                    request.secretFile().orElseThrow() + " holds no sign-in that is used; it needs the lines tenant"
                            + " = ..., client-id = ... and client-secret = ...");
        }
        boolean same = request.tenant().stream()
                        .allMatch(named -> named.equalsIgnoreCase(app.get().tenant()))
                && request.clientId().stream()
                        .allMatch(named -> named.equalsIgnoreCase(app.get().clientId()));
        if (!same) {
            throw refused("--tenant and --client-id are not those in "
                    + app.get().where() + ", for which the secret is; leave them out");
        }
        return new Login(
                SignInSource.endpoints(app.get(), request.cloud(), configuration), signIn.get(), Optional.empty());
    }

    private Login ofCertificate() throws ProblemException {
        Configuration configuration = session.configuration();
        Endpoints endpoints = ConfiguredEndpoints.of(configuration, request.cloud());
        Optional<String> password =
                configuration.setting(Key.CLIENT_CERTIFICATE_PASSWORD).map(Setting::value);
        CertificateKey key = AppSignIn.certificate(request.certificate().orElseThrow(), password, session)
                .orElseThrow(() -> refused("the certificate is not used, so nobody can sign in by it"));
        return new Login(endpoints, new SignIn.ClientCertificate(tenant(), clientId(), key), Optional.empty());
    }

    private Login ofUser(Connection connection) throws ProblemException, SignInException {
        SignIn.User user = new SignIn.User(tenant(), clientId());
        Endpoints endpoints = ConfiguredEndpoints.of(session.configuration(), request.cloud());
        DeviceCodeSignIn.SignedIn signedIn = new DeviceCodeSignIn(endpoints, connection)
                .run(user, request.resource(), new Deadline(time(), Pace.SYSTEM), this::show);
        session.messages()
                .note("signed-in", signedIn.name().orElse("somebody") + " has signed in for " + name() + " by " + user);
        return new Login(endpoints, user, Optional.of(signedIn.tokens()));
    }

    private void show(DeviceCodeSignIn.Code code) {
        session.messages()
                .instruction(
                        "device-code",
                        "open " + code.page() + " in a browser on any PC within "
                                + code.validity().toMinutes() + " min, and type " + code.userCode()
                                + "; do so only if you have started this yourself");
    }

    private Tenant tenant() throws ProblemException {
        return AppSignIn.tenant(value(request.tenant(), Key.TENANT, "--tenant"), "the tenant of this sign-in");
    }

    private UUID clientId() throws ProblemException {
        return AppSignIn.clientId(value(request.clientId(), Key.CLIENT_ID, "--client-id"), "the app of this sign-in");
    }

    private String value(Optional<String> named, Key key, String option) throws ProblemException {
        return named.or(() -> session.configuration().setting(key).map(Setting::value))
                .orElseThrow(() -> refused("nothing says " + key + "; give it by " + option + ", or by " + key
                        + " in hwhash.conf (docs/permissions.md tells how to register the app)"));
    }

    private Duration time() {
        Duration left = session.deadline().remaining();
        Duration shorter = left.minus(LAST_WORDS);
        return shorter.compareTo(LAST_WORDS) < 0 ? left : shorter;
    }

    /** What is configured comes before what is kept. */
    private void warnOfConfigured() throws ProblemException {
        Optional<AppCredentials> app = session.configuration().appCredentials(Optional.empty(), session.messages());
        app.ifPresent(configured -> session.messages()
                .warning("sign-in-not-first", configured + " come before this sign-in; delete them there to use it"));
    }

    private String name() {
        return request.resource() == Resource.GRAPH ? "Intune" : "Partner Center";
    }

    private static ProblemException problem(SignInException e) {
        return switch (e.kind()) {
            case REFUSED -> new ProblemException(ExitCode.CREDENTIALS_REFUSED, "sign-in-refused", e.getMessage());
            case UNREACHABLE -> new ProblemException(ExitCode.NOT_REACHABLE, "sign-in-unreachable", e.getMessage());
            case DEADLINE -> new ProblemException(ExitCode.WAIT_DEADLINE, "login-timeout", e.getMessage());
        };
    }

    private static ProblemException refused(String words) {
        return new ProblemException(ExitCode.USAGE, "login-incomplete", words);
    }
}

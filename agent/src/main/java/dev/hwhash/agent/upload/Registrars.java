// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.agent.connection.ConnectionSettings;
import dev.hwhash.agent.login.SignInSource;
import dev.hwhash.agent.login.SignedIn;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.graph.CorporateIdentifierRegistrar;
import dev.hwhash.registration.graph.IntuneOptions;
import dev.hwhash.registration.graph.IntuneRegistrar;
import dev.hwhash.registration.graph.ProfileStatus;
import dev.hwhash.registration.graph.ProfileWait;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.partner.CustomerId;
import dev.hwhash.registration.partner.PartnerCenterRegistrar;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.registration.signin.MsalTokens;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.uploader.http.Connections;
import dev.hwhash.uploader.http.UnusableSettingsException;
import dev.hwhash.uploader.report.RegistrationTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What registers the devices of one run, by one right. Not thread-safe. */
final class Registrars implements AutoCloseable {

    private final SendRequest request;
    private final Session session;
    private final SignedIn signedIn;
    private final RegistrationTarget target;
    private Optional<Connection> connection = Optional.empty();

    private Registrars(SendRequest request, Session session, SignedIn signedIn, RegistrationTarget target) {
        this.request = request;
        this.session = session;
        this.signedIn = signedIn;
        this.target = target;
    }

    /** Finds out by which right and whose devices they become; connects to nothing. */
    static Registrars of(RegistrationKind kind, SendRequest request, Session session) throws ProblemException {
        SignedIn signedIn = SignInSource.find(request.secretFile(), session);
        Tenant owner = kind == RegistrationKind.PARTNER_CENTER
                ? customer(request.registration(), session)
                : signedIn.signIn().tenant();
        RegistrationTarget target = new RegistrationTarget(
                kind.target(request.registration()), signedIn.endpoints().cloud(), owner);
        return new Registrars(request, session, signedIn, target);
    }

    private static Tenant customer(RegistrationRequest request, Session session) throws ProblemException {
        Optional<String> named = request.customer()
                .or(() -> session.configuration().setting(Key.CUSTOMER).map(Setting::value));
        return named.flatMap(CustomerId::of)
                .map(customer -> new Tenant(customer.toString()))
                .orElseThrow(() -> new ProblemException(
                        ExitCode.USAGE,
                        "customer-missing",
                        (named.isEmpty() ? "nothing says whose devices they are" : "the customer is no GUID")
                                + "; name the customer's tenant by --customer ID: Partner Center shows it as the"
                                + " Microsoft ID on the customer's page Account"));
    }

    RegistrationTarget target() {
        return target;
    }

    /** Returns what registers them. */
    Registrar registrar() throws UnusableSettingsException, ProblemException {
        return switch (target.kind()) {
            case INTUNE -> new IntuneRegistrar(calls(Resource.GRAPH), options(), Pace.SYSTEM);
            case CORPORATE_IDENTIFIERS -> new CorporateIdentifierRegistrar(calls(Resource.GRAPH), Pace.SYSTEM);
            case PARTNER_CENTER ->
                new PartnerCenterRegistrar(
                        calls(Resource.PARTNER_CENTER),
                        CustomerId.of(target.owner().text()).orElseThrow(),
                        signedIn.signIn().ofUser());
        };
    }

    private IntuneOptions options() {
        RegistrationRequest asked = request.registration();
        IntuneOptions.Existing existing = asked.update()
                ? IntuneOptions.Existing.UPDATE
                : asked.replace() ? IntuneOptions.Existing.REPLACE : IntuneOptions.Existing.REPORT;
        return new IntuneOptions(existing, asked.deviceName());
    }

    private Calls calls(Resource resource) throws UnusableSettingsException, ProblemException {
        if (connection.isEmpty()) {
            connection = Optional.of(Connections.of(ConnectionSettings.of(request.proxy(), request.caFile(), session)));
        }
        AccessTokens tokens =
                MsalTokens.of(signedIn.signIn(), signedIn.endpoints(), connection.get(), signedIn.store());
        return new Calls(connection.get(), tokens, resource, RetryPolicy.DEFAULT, Pace.SYSTEM);
    }

    /** Waits until each device has a deployment profile; returns which have none. */
    List<Problem> waitForProfiles(List<String> devices, Deadline deadline)
            throws UnusableSettingsException, ProblemException {
        ProfileWait wait = new ProfileWait(calls(Resource.GRAPH), Pace.SYSTEM);
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<String, ProfileStatus> seen :
                wait.await(devices, deadline).entrySet()) {
            ProfileEnds.problem(seen.getKey(), seen.getValue(), session.messages())
                    .ifPresent(problems::add);
        }
        return problems;
    }

    @Override
    public void close() {
        connection.ifPresent(Connection::close);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.AppCredentials;
import dev.hwhash.registration.Guid;
import dev.hwhash.registration.signin.CertificateKey;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.UnusableCertificateException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Makes the sign-in of an app of what is written somewhere. */
final class AppSignIn {

    private AppSignIn() {}

    /**
     * Returns the sign-in.
     *
     * @return empty where the file of the certificate is not used, as others could have written it
     * @throws ProblemException if a value is none, or the certificate cannot be used
     */
    static Optional<SignIn> of(AppCredentials app, Session session) throws ProblemException {
        Tenant tenant = tenant(app.tenant(), app.where());
        UUID clientId = clientId(app.clientId(), app.where());
        if (app.secret().isPresent()) {
            return Optional.of(
                    new SignIn.ClientSecret(tenant, clientId, app.secret().get()));
        }
        if (app.certificate().isEmpty()) {
            return Optional.empty();
        }
        return certificate(app.certificate().get(), app.certificatePassword(), session)
                .map(key -> new SignIn.ClientCertificate(tenant, clientId, key));
    }

    /** Reads a tenant. */
    static Tenant tenant(String text, String where) throws ProblemException {
        return Tenant.named(text)
                .orElseThrow(() -> refused(
                        where, "the tenant is neither a GUID nor a domain such as contoso.onmicrosoft.com: " + text));
    }

    /** Reads an app's id. */
    static UUID clientId(String text, String where) throws ProblemException {
        return Guid.read(text)
                .orElseThrow(() -> refused(
                        where, "the client ID is no GUID; take the Application (client) ID of the app registration"));
    }

    /**
     * Reads the file of a certificate.
     *
     * @return empty where it is not used, as others could have written it
     */
    static Optional<CertificateKey> certificate(Path file, Optional<String> password, Session session)
            throws ProblemException {
        Optional<byte[]> content = session.configuration().secretContent(file, session.messages());
        try {
            return content.isEmpty() ? Optional.empty() : Optional.of(CertificateKey.read(content.get(), password));
        } catch (UnusableCertificateException e) {
            throw refused(file.toString(), e.getMessage());
        }
    }

    private static ProblemException refused(String where, String words) {
        return new ProblemException(ExitCode.USAGE, "configuration-refused", where + ": " + words);
    }
}

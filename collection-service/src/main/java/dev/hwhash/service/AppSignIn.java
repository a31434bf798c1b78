// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.registration.Guid;
import dev.hwhash.registration.signin.CertificateKey;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.UnusableCertificateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** By which right the service registers: as an app, with a secret or a certificate. */
final class AppSignIn {

    private AppSignIn() {}

    static SignIn of(RegistrationFile file) throws FailedException {
        Tenant tenant = tenant(file);
        UUID client = client(file);
        Optional<String> secret = file.value(RegistrationKey.CLIENT_SECRET);
        Optional<String> certificate = file.value(RegistrationKey.CLIENT_CERTIFICATE);
        if (secret.isPresent() == certificate.isPresent()) {
            throw file.wrong("it needs either client-secret or client-certificate, and has "
                    + (secret.isPresent() ? "both" : "neither"));
        }
        if (secret.isPresent()) {
            return new SignIn.ClientSecret(tenant, client, secret.get());
        }
        CertificateKey key = key(file, file.beside(certificate.orElseThrow()));
        return new SignIn.ClientCertificate(tenant, client, key);
    }

    private static Tenant tenant(RegistrationFile file) throws FailedException {
        Optional<Tenant> tenant = Tenant.named(file.required(RegistrationKey.TENANT));
        if (tenant.isEmpty()) {
            throw file.wrong("its tenant is neither a GUID nor a domain such as contoso.onmicrosoft.com");
        }
        return tenant.get();
    }

    private static UUID client(RegistrationFile file) throws FailedException {
        Optional<UUID> client = Guid.read(file.required(RegistrationKey.CLIENT_ID));
        if (client.isEmpty()) {
            throw file.wrong("its client-id is not the \"Application (client) ID\" of an app, which is a GUID");
        }
        return client.get();
    }

    private static CertificateKey key(RegistrationFile file, Path certificate) throws FailedException {
        try {
            if (PrivateFiles.isOpenToOthers(certificate)) {
                throw file.wrong("others than its owner may read or write " + certificate + "; chmod 600 it");
            }
            return CertificateKey.read(
                    Files.readAllBytes(certificate), file.value(RegistrationKey.CLIENT_CERTIFICATE_PASSWORD));
        } catch (IOException e) {
            throw file.wrong(certificate + " cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (UnusableCertificateException e) {
            throw file.wrong(certificate + " cannot be used: " + e.getMessage());
        }
    }
}

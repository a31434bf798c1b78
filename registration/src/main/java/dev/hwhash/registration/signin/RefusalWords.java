// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.endpoint.Endpoints;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a refusal of the token endpoint means for a person; pure. Only these words depend on AADSTS numbers: Microsoft
 * may change those at any time.
 *
 * @param signIn who asked
 * @param endpoints who was asked
 * @param now this PC's time
 * @param theirs the time of who answered; empty where it was not told
 */
record RefusalWords(SignIn signIn, Endpoints endpoints, Instant now, Optional<Instant> theirs) {

    private static final String AGAIN = "; sign in again: hwhash login";

    String of(TokenError error) {
        return switch (error.number().orElse(0)) {
            case 7000215 ->
                "the client secret of " + app() + " is wrong; what counts is the secret's value, not its id, and it is"
                        + " shown only when the secret is made";
            case 7000222 ->
                "the client secret of " + app()
                        + " has expired; make a new one under \"Certificates & secrets\" of the app registration";
            case 700016 ->
                "there is no app " + signIn.clientId() + " in " + tenant()
                        + "; check tenant, client-id and cloud: an app is registered in each cloud by itself";
            case 90002, 900021 -> "there is no tenant " + tenant() + "; check tenant and cloud";
            case 700024 -> clock();
            case 700027 ->
                "the certificate of " + app() + validity()
                        + " does not count; add a valid one under \"Certificates & secrets\" of the app registration";
            case 53003 ->
                "Conditional Access of " + tenant() + " forbids this sign-in; it may forbid the device code flow, as"
                        + " Microsoft recommends: use a certificate or a secret, or ask who administers it";
            case 65001 ->
                "nobody has consented to " + app() + "; grant admin consent under \"API permissions\" of the app"
                        + " registration";
            case 7000218 ->
                app() + " does not let a user sign in by a device code; set \"Allow public client flows\" to yes under"
                        + " \"Authentication\" of the app registration";
            default -> byWord(error.error());
        };
    }

    private String byWord(String error) {
        return switch (error) {
            case "authorization_declined", "access_denied" -> "the sign-in was declined" + AGAIN;
            case "expired_token", "code_expired" -> "the code was not used in time" + AGAIN;
            case "interaction_required", "login_required", "consent_required" ->
                "Entra ID wants to see the user again, perhaps for multi-factor authentication" + AGAIN;
            case "invalid_grant" ->
                signIn.ofUser()
                        ? "the stored sign-in does not count any more: it has expired, was revoked, or a policy of "
                                + tenant() + " wants multi-factor authentication" + AGAIN
                        : app() + " gets no token";
            case "invalid_client" -> "Entra ID does not take the credential of " + app() + "; check it";
            case "unauthorized_client" -> "Entra ID does not let " + app() + " ask so; check the app registration";
            case "invalid_scope" ->
                "the permissions of " + app() + " lack what is asked for; add them under \"API permissions\" of the app"
                        + " registration";
            default -> "Entra ID gives no token to " + app();
        };
    }

    private String clock() {
        String seen = "the time of this PC is " + now.truncatedTo(ChronoUnit.SECONDS);
        return theirs.map(other ->
                                seen + ", and " + endpoints.login().origin() + " has " + other + ", which differs by "
                                        + Duration.between(other, now).abs().toSeconds() + " s")
                        .orElse(seen)
                + "; a sign-in by certificate counts for minutes only: set the clock";
    }

    private String validity() {
        if (!(signIn instanceof SignIn.ClientCertificate own)) {
            return "";
        }
        X509Certificate first = own.certificate().chain().get(0);
        return ", valid from " + first.getNotBefore().toInstant() + " to "
                + first.getNotAfter().toInstant() + ",";
    }

    private String app() {
        return "the app " + signIn.clientId() + " in " + tenant();
    }

    private String tenant() {
        return signIn.tenant() + " of the cloud " + endpoints.cloud();
    }
}

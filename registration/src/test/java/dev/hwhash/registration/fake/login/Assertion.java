// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JWT by which an app shows that it holds the key of a certificate.
 *
 * @param header alg, typ and x5t#S256
 * @param claims aud, iss, sub, jti, nbf, exp
 * @param signed what the signature covers
 * @param signature in base64url
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">Certificate credentials</a>
 */
record Assertion(JsonNode header, JsonNode claims, String signed, String signature) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofMinutes(11);

    static Optional<Assertion> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Base64.Decoder url = Base64.getUrlDecoder();
            return Optional.of(new Assertion(
                    JSON.readTree(url.decode(parts[0])),
                    JSON.readTree(url.decode(parts[1])),
                    parts[0] + "." + parts[1],
                    parts[2]));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns what is wrong with it but its time; empty where nothing is. */
    Optional<String> fault(String clientId, String tokenEndpoint, List<X509Certificate> certificates) {
        if (!header.path("typ").asString("").equals("JWT")) {
            return Optional.of("typ is not JWT");
        }
        // A library for real clouds knows https authorities only; the host, port and path have to be ours.
        String audience = claims.path("aud").asString("").replaceFirst("^https:", "http:");
        if (!audience.equals(tokenEndpoint)) {
            return Optional.of("aud is not the token endpoint");
        }
        if (!claims.path("iss").asString("").equals(clientId)
                || !claims.path("sub").asString("").equals(clientId)) {
            return Optional.of("iss and sub are not the client");
        }
        if (claims.path("jti").asString("").isEmpty()) {
            return Optional.of("no jti");
        }
        return certificates.stream().anyMatch(this::isSignedBy)
                ? Optional.empty()
                : Optional.of("not signed by a certificate of the app");
    }

    /** Tells whether it counts now: clocks may be five minutes apart. */
    boolean isTimely(Instant now) {
        Instant from = Instant.ofEpochSecond(claims.path("nbf").asLong(Long.MAX_VALUE / 1000));
        Instant to = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        Duration skew = Duration.ofMinutes(5);
        return !now.isBefore(from.minus(skew))
                && now.isBefore(to.plus(skew))
                && Duration.between(from, to).compareTo(LONGEST) <= 0;
    }

    private boolean isSignedBy(X509Certificate certificate) {
        try {
            byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            String x5t = Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint);
            // Microsoft's own library writes it in the other alphabet, and padded.
            String shown = header.path("x5t#S256").asString("");
            if (!shown.replace('+', '-').replace('/', '_').replace("=", "").equals(x5t)) {
                return false;
            }
            Signature verifier = verifier(header.path("alg").asString(""));
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Signature verifier(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "PS256" -> pss();
            default -> throw new GeneralSecurityException("alg " + algorithm);
        };
    }

    private static Signature pss() throws GeneralSecurityException {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }
}

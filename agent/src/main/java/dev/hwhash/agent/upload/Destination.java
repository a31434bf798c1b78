// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Credentials;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.NotATokenException;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.util.List;
import java.util.Optional;

/**
 * Where reports go, and by which right; pure.
 *
 * @param service the service; empty where none is named anywhere
 * @param tokens the token, if there is one that may go there
 * @param withoutToken why there is none
 */
record Destination(Optional<ServiceUrl> service, List<Token> tokens, Optional<Problem> withoutToken) {

    private static final String WRITE_BOTH =
            "; name a file with service = https://... and token = ... by --secret-file, or by secret-file in hwhash.conf";

    Destination {
        tokens = List.copyOf(tokens);
    }

    /**
     * Finds it.
     *
     * @throws ProblemException if what is named is no service, or no token
     */
    static Destination of(SendRequest request, Configuration configuration, Optional<Credentials> credentials)
            throws ProblemException {
        Optional<String> named = named(request, configuration, credentials);
        Optional<ServiceUrl> service = named.isEmpty() ? Optional.empty() : Optional.of(service(named.get()));
        if (credentials.isEmpty()) {
            return new Destination(service, List.of(), service.map(Destination::noToken));
        }
        ServiceUrl own = service(credentials.get().service());
        Token token = token(own, credentials.get());
        return service.isEmpty() || token.isFor(service.get())
                ? new Destination(service, List.of(token), Optional.empty())
                : new Destination(
                        service, List.of(), Optional.of(tokenOfAnother(service.get(), own, credentials.get())));
    }

    /** A file that the command line names comes before what is configured, its service too. */
    private static Optional<String> named(
            SendRequest request, Configuration configuration, Optional<Credentials> credentials) {
        if (request.target().isPresent()) {
            return request.target();
        }
        Optional<String> besideToken = credentials.map(Credentials::service);
        Optional<String> configured = configuration.setting(Key.SERVICE).map(Setting::value);
        return request.secretFile().isPresent() && besideToken.isPresent()
                ? besideToken
                : configured.or(() -> besideToken);
    }

    /**
     * Reads what names a service.
     *
     * @throws ProblemException if it is none
     */
    static ServiceUrl service(String text) throws ProblemException {
        try {
            return ServiceUrl.of(text);
        } catch (NotAServiceUrlException e) {
            throw usage(e.getMessage());
        }
    }

    private static Token token(ServiceUrl service, Credentials credentials) throws ProblemException {
        try {
            return Token.of(service, credentials.token());
        } catch (NotATokenException e) {
            throw new ProblemException(
                    ExitCode.USAGE, "configuration-refused", credentials.where() + ": " + e.getMessage());
        }
    }

    private static Problem noToken(ServiceUrl service) {
        return new Problem(
                ExitCode.CREDENTIALS_REFUSED,
                "token-missing",
                "there is no token for " + service.origin() + ", so nothing is sent" + WRITE_BOTH);
    }

    private static Problem tokenOfAnother(ServiceUrl target, ServiceUrl own, Credentials credentials) {
        return new Problem(
                ExitCode.CREDENTIALS_REFUSED,
                "token-of-another-service",
                "the token in " + credentials.where() + " is for " + own.origin() + " and is not sent to "
                        + target.origin() + WRITE_BOTH);
    }

    private static ProblemException usage(String words) {
        return new ProblemException(ExitCode.USAGE, "target-refused", words);
    }
}

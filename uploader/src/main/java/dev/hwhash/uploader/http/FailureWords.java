// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.http.Foreign;
import dev.hwhash.uploader.http.Outcome.Cause;
import dev.hwhash.uploader.trust.UntrustedCertificateException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What an exchange that brought no answer means, in words. Pure. */
final class FailureWords {

    /** The longest chain of causes that is looked at: it may lead back to itself. */
    private static final int DEEPEST = 10;

    private FailureWords() {}

    static Outcome.Unsettled of(IOException failure, Origin origin, Instant now) {
        Optional<UntrustedCertificateException> untrusted = cause(failure, UntrustedCertificateException.class);
        if (untrusted.isPresent()) {
            return unsettled(
                    Cause.CERTIFICATE,
                    CertificateWords.untrusted(untrusted.get().chain(), origin, now));
        }
        if (failure instanceof WrongNameException wrong) {
            return unsettled(Cause.CERTIFICATE, CertificateWords.otherNames(wrong.chain(), origin));
        }
        Optional<ProxyCredentialsException> proxy = cause(failure, ProxyCredentialsException.class);
        if (proxy.isPresent()) {
            return unsettled(Cause.PROXY_CREDENTIALS, ProxyWords.of(proxy.get().challenges()));
        }
        return noAnswer(failure, origin);
    }

    private static Outcome.Unsettled noAnswer(IOException failure, Origin origin) {
        if (cause(failure, UnknownHostException.class).isPresent()) {
            return unreachable(
                    origin, "no address is known for that name here; check the url, the network and its DNS");
        }
        String said = said(failure);
        if (said.startsWith("unexpected response code for connect")) {
            return unsettled(
                    Cause.INTERCEPTED,
                    "the proxy does not connect to " + origin + ": " + said + "; let it pass this service");
        }
        if (said.contains("http_proxy_auth")) {
            return unsettled(
                    Cause.INTERCEPTED,
                    "something before " + origin + " asks for a proxy's credentials (407) though no proxy is set;"
                            + " name it with --proxy");
        }
        if (said.contains("connect timed out") || (said.startsWith("failed to connect") && timedOut(failure))) {
            return unreachable(origin, "no connection was made in time; look for a firewall, or name a --proxy");
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return unreachable(origin, "nobody listens there, or a firewall refuses it (" + said + ")");
        }
        if (failure instanceof SSLException && said.contains("unrecognized")) {
            return unreachable(origin, "what listens there speaks no TLS; check the port in the url");
        }
        return brokenOff(failure, origin, said);
    }

    private static Outcome.Unsettled brokenOff(IOException failure, Origin origin, String said) {
        String seen = timedOut(failure) ? "no whole answer came in time" : "the connection broke (" + said + ")";
        return unsettled(Cause.BROKEN_OFF, seen + " while " + origin + " was asked; it may have got it");
    }

    private static boolean timedOut(IOException failure) {
        return failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException;
    }

    private static Outcome.Unsettled unreachable(Origin origin, String seen) {
        return unsettled(Cause.UNREACHABLE, "cannot reach " + origin + ": " + seen);
    }

    private static Outcome.Unsettled unsettled(Cause cause, String words) {
        return new Outcome.Unsettled(cause, words);
    }

    private static String said(IOException failure) {
        String message = failure.getMessage();
        String said = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return Foreign.text(said).toLowerCase(Locale.ROOT);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}

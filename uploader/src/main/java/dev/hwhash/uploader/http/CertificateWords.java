// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.http.Foreign;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/** What is wrong with the certificates that a server showed, in words. Pure. */
final class CertificateWords {

    private static final int MOST_NAMES = 5;
    /** The kinds of a subject alternative name (RFC 5280 §4.2.1.6) that stand for a host. */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    private CertificateWords() {}

    static String untrusted(List<X509Certificate> chain, Origin origin, Instant now) {
        for (X509Certificate certificate : chain) {
            if (now.isBefore(instant(certificate.getNotBefore())) || now.isAfter(instant(certificate.getNotAfter()))) {
                return date(certificate, origin, now);
            }
        }
        String issuer = chain.isEmpty()
                ? "nobody"
                : chain.get(chain.size() - 1).getIssuerX500Principal().getName();
        return "the certificate of " + origin + " was issued by " + Foreign.text(issuer)
                + ", whom this PC does not trust; if that is right (an own authority, an inspecting proxy),"
                + " name its certificate with --ca-file";
    }

    private static String date(X509Certificate certificate, Origin origin, Instant now) {
        Instant from = instant(certificate.getNotBefore());
        Instant to = instant(certificate.getNotAfter());
        return "the certificate of " + origin + (now.isBefore(from) ? " is not yet valid" : " has expired")
                + ": valid from " + from + " to " + to + ", this PC's time is " + now
                + "; set the clock, or renew the certificate";
    }

    static String otherNames(List<X509Certificate> chain, Origin origin) {
        List<String> names = chain.isEmpty() ? List.of() : names(chain.get(0));
        return "the certificate shown for " + origin + " is for "
                + (names.isEmpty() ? "no host at all" : String.join(", ", names))
                + "; use that name in the url, or look for something between that answers in its place";
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> found = certificate.getSubjectAlternativeNames();
            for (List<?> name : found == null ? List.<List<?>>of() : found) {
                boolean host = name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS);
                if (host && names.size() < MOST_NAMES) {
                    names.add(Foreign.text(String.valueOf(name.get(1))));
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return names;
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}

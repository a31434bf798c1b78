// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.endpoint.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the job of a shipment is followed: {@code /customers/.../batchJobStatus/...}, without the version.
 *
 * @param path as {@link #read} found it
 */
record Tracking(String path) {

    private static final Pattern JOB = Pattern.compile(
            "/?(?:v1/)?(customers/([0-9a-f-]{36})/batchJobStatus/[0-9a-z][0-9a-z._~-]*)/?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads what Partner Center has given: a relative path without the version, and for caution an absolute URL too.
     *
     * @param location the value of the header, or what a ledger has kept of it
     * @param endpoint who gave it
     * @param customer whose job it is
     * @return empty where it leads to somebody else, to another customer, or to no job
     */
    static Optional<Tracking> read(String location, Endpoint endpoint, CustomerId customer) {
        return path(location.strip(), endpoint).flatMap(path -> {
            Matcher job = JOB.matcher(path);
            boolean ours = job.matches() && job.group(2).equalsIgnoreCase(customer.toString());
            return ours ? Optional.of(new Tracking("/" + job.group(1))) : Optional.empty();
        });
    }

    private static Optional<String> path(String location, Endpoint endpoint) {
        if (!location.contains(":") && !location.startsWith("//")) {
            return Optional.of(location);
        }
        try {
            URI uri = new URI(location);
            String start = endpoint.origin().scheme() + "://";
            boolean same = location.regionMatches(true, 0, start, 0, start.length())
                    && uri.getRawUserInfo() == null
                    && endpoint.origin().host().equalsIgnoreCase(uri.getHost())
                    && endpoint.origin().port() == port(uri);
            return same && uri.getRawPath().startsWith(endpoint.prefix())
                    ? Optional.of(uri.getRawPath().substring(endpoint.prefix().length()))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int port(URI uri) {
        int standard = "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
        return uri.getPort() == -1 ? standard : uri.getPort();
    }
}

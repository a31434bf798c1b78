// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.report;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import dev.hwhash.registration.endpoint.Origin;
import java.util.UUID;

/**
 * Where a collection service is. Equal when the endpoints are. Immutable and thread-safe.
 *
 * @param endpoint what comes before {@code /v1}
 */
public record ServiceUrl(Endpoint endpoint) implements Target {

    /**
     * Reads a URL.
     *
     * @param text as somebody wrote it; blanks around it are dropped
     * @return the service it names
     * @throws NotAServiceUrlException if it is something else, or would send a secret in the clear
     */
    public static ServiceUrl of(String text) throws NotAServiceUrlException {
        try {
            return new ServiceUrl(Endpoint.of(text));
        } catch (NotAnEndpointException e) {
            throw new NotAServiceUrlException("not the url of a collection service: " + e.getMessage()
                    + "; write https://host or https://host/prefix");
        }
    }

    /**
     * Returns who answers there.
     *
     * @return what a token is bound to
     */
    public Origin origin() {
        return endpoint.origin();
    }

    /**
     * Returns where a report is put.
     *
     * @param id the report's own id
     * @return an absolute URL
     */
    public String report(UUID id) {
        return this + "/v1/reports/" + id;
    }

    /** Returns the URL with its port, without a slash at its end; {@link #of} reads it back. */
    @Override
    public String toString() {
        return endpoint.toString();
    }
}

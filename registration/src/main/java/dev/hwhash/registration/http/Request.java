// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import dev.hwhash.registration.endpoint.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request to an endpoint. Immutable and thread-safe.
 *
 * @param method what shall be done
 * @param endpoint who shall do it
 * @param path what comes after the endpoint's prefix, percent-encoded, with its query; begins with a slash
 * @param headers beside Authorization, Content-Type and User-Agent
 * @param body JSON; empty: none
 * @param repeatable whether nothing is done twice by sending it again though it may have arrived
 */
public record Request(
        Method method,
        Endpoint endpoint,
        String path,
        Map<String, String> headers,
        Optional<String> body,
        boolean repeatable) {

    /** The methods that Graph and Partner Center know here. */
    public enum Method {
        /** Reads; may be repeated. */
        GET,
        /** Does something each time it arrives. */
        POST,
        /** Changes; may be repeated here, as the same change is made again. */
        PATCH,
        /** Removes; may be repeated. */
        DELETE
    }

    /** Copies the headers; refuses a path that would change the host. */
    public Request {
        headers = Map.copyOf(headers);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("no path");
        }
    }

    /**
     * Makes a request without a body.
     *
     * @param method what shall be done
     * @param endpoint who shall do it
     * @param path what comes after the endpoint's prefix
     * @return the request
     */
    public static Request of(Method method, Endpoint endpoint, String path) {
        return new Request(method, endpoint, path, Map.of(), Optional.empty(), method != Method.POST);
    }

    /**
     * Makes a request with a body.
     *
     * @param method what shall be done
     * @param endpoint who shall do it
     * @param path what comes after the endpoint's prefix
     * @param json the body
     * @return the request
     */
    public static Request of(Method method, Endpoint endpoint, String path, String json) {
        return new Request(method, endpoint, path, Map.of(), Optional.of(json), method != Method.POST);
    }

    /**
     * Returns this request with an id by which the target knows it when it comes again.
     *
     * @param name the header that carries the id
     * @param id the same for each repetition
     * @return a request that may be repeated
     */
    public Request repeatableBy(String name, String id) {
        return new Request(method, endpoint, path, with(name, id).headers, body, true);
    }

    /**
     * Returns this request with one more header.
     *
     * @param name the name
     * @param value the value
     * @return a new request
     */
    public Request with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Request(method, endpoint, path, more, body, repeatable);
    }

    /** Method and path without the query; the body holds hashes. */
    @Override
    public String toString() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }

    byte[] bytes() {
        return body.map(json -> json.getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
    }
}

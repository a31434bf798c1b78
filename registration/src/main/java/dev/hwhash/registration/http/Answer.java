// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came back over HTTP, whoever sent it. Immutable and thread-safe.
 *
 * @param status the status code
 * @param headers as they came, by names in lower case
 * @param body its first bytes, inflated, as UTF-8
 * @param whole whether these are all of them
 */
public record Answer(int status, Map<String, List<String>> headers, String body, boolean whole) {

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /**
     * Returns the first value of a header.
     *
     * @param name in any case
     * @return the value as it came; empty where there is none
     */
    public String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? "" : values.get(0);
    }

    /**
     * Returns all values of a header.
     *
     * @param name in any case
     * @return the values in their order; none where there is no such header
     */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * Tells whether the media type is this one, whatever its parameters (RFC 9110 §8.3.1).
     *
     * @param mediaType in lower case
     * @return whether the content type names it
     */
    public boolean is(String mediaType) {
        String contentType = header("content-type");
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return type.strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }

    /** Neither body nor headers: they may hold anything. */
    @Override
    public String toString() {
        return "Answer " + status + " of " + body.length() + " characters";
    }
}

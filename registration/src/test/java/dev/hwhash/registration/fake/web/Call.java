// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came in. Immutable.
 *
 * @param method in upper case
 * @param segments of the path, percent-decoded
 * @param query decoded as a form: a plus is a blank, as IIS reads it
 * @param headers names in lower case; the last value where one came twice
 * @param body as UTF-8; empty for none
 */
public record Call(
        String method, List<String> segments, Map<String, String> query, Map<String, String> headers, String body) {

    /** Copies what could change. */
    public Call {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    static Call of(String method, URI uri, Map<String, List<String>> headers, String body) {
        List<String> segments = new ArrayList<>();
        for (String segment : uri.getRawPath().substring(1).split("/", -1)) {
            segments.add(decoded(segment.replace("+", "%2B")));
        }
        Map<String, String> plain = new TreeMap<>();
        headers.forEach((name, values) -> plain.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1)));
        return new Call(method, segments, form(uri.getRawQuery() == null ? "" : uri.getRawQuery()), plain, body);
    }

    /**
     * Reads a form.
     *
     * @param text as in a query or a form body
     * @return names and values, decoded
     */
    public static Map<String, String> form(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /**
     * Returns a header.
     *
     * @param name in any case
     * @return its value; empty where there is none
     */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /**
     * Returns the path.
     *
     * @return decoded, without the query
     */
    public String path() {
        return "/" + String.join("/", segments);
    }

    /** Method and path: the query may hold a serial number, the body a hash. */
    @Override
    public String toString() {
        return method + " " + path();
    }
}

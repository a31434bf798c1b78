// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call that a site knows.
 *
 * @param method in upper case
 * @param pattern the path; a segment {@code *} stands for any
 * @param request the schema of the request's body
 * @param answer the schema of a good answer's body
 * @param handler does it
 */
public record Route(String method, List<String> pattern, String request, String answer, Handler handler) {

    /** Does what one call asks. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Does it.
         *
         * @param call the request
         * @param variables what stood at the places of the stars
         * @return the answer
         */
        Reply answer(Call call, List<String> variables);
    }

    /** Copies the pattern. */
    public Route {
        pattern = List.copyOf(pattern);
    }

    /**
     * Makes a route.
     *
     * @param method in upper case
     * @param path begins with a slash; a segment {@code *} stands for any
     * @param request the schema of the request's body
     * @param answer the schema of a good answer's body
     * @param handler does it
     * @return the route
     */
    public static Route of(String method, String path, String request, String answer, Handler handler) {
        return new Route(method, List.of(path.substring(1).split("/", -1)), request, answer, handler);
    }

    /** Returns what stood at the stars, or empty where the path is another. */
    Optional<List<String>> match(List<String> segments, boolean anyCase) {
        if (segments.size() != pattern.size()) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            String wanted = pattern.get(i);
            String found = segments.get(i);
            if (wanted.equals("*")) {
                variables.add(found);
            } else if (!(anyCase ? wanted.equalsIgnoreCase(found) : wanted.equals(found))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}

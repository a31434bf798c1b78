// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.util.regex.Pattern;

/** Tells the paths that programs ask from those that people look at. */
public final class ApiPaths {

    private static final Pattern API = Pattern.compile("/(v1|health|metrics|openapi\\.yaml)(/.*)?", Pattern.DOTALL);

    private ApiPaths() {}

    /**
     * Returns whether a path is for programs.
     *
     * @param path as it was asked for
     * @return false for pages, and for all that is nothing
     */
    public static boolean contains(String path) {
        return API.matcher(path).matches();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.registration.endpoint.Origin;
import dev.hwhash.registration.http.Answer;
import dev.hwhash.registration.http.Foreign;
import java.net.URI;
import java.net.URISyntaxException;

/** What was seen where something else than the service has answered, in words. Pure. */
final class InterceptedWords {

    private InterceptedWords() {}

    static String of(Answer answer, Origin origin) {
        if (answer.status() >= 300 && answer.status() < 400) {
            return "the answer is a redirect (" + answer.status() + ") " + target(answer.header("Location"), origin)
                    + "; it is not followed: sign in where a network asks for it, or correct the url";
        }
        String type = answer.header("Content-Type").isBlank()
                ? "no content type"
                : Foreign.text(answer.header("Content-Type"));
        return "something else than the service has answered: status " + answer.status() + ", " + type
                + "; look for a sign-in page of this network, a proxy or a gateway before " + origin;
    }

    /** The path of such a page can hold anything: its origin is enough. */
    private static String target(String location, Origin origin) {
        if (location.isBlank()) {
            return "to nowhere";
        }
        try {
            URI uri = new URI(origin + "/").resolve(new URI(location.strip()));
            return uri.getHost() == null
                    ? "to a place that is no url"
                    : "to "
                            + Foreign.text(uri.getScheme() + "://" + uri.getHost()
                                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (URISyntaxException e) {
            return "to a place that is no url";
        }
    }
}

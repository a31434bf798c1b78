// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back over HTTP, whoever sent it. Header values are as they came; empty where there was none.
 *
 * @param body its first 64 KiB, inflated, as UTF-8
 * @param whole whether these are all of them
 */
record Answer(
        int status,
        String contentType,
        String date,
        String retryAfter,
        String location,
        List<String> proxyChallenges,
        String body,
        boolean whole) {

    Answer {
        proxyChallenges = List.copyOf(proxyChallenges);
    }

    /** Tells whether the media type is this one, whatever its parameters (RFC 9110 §8.3.1). */
    boolean is(String mediaType) {
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return type.strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }

    boolean isSuccess() {
        return status == 200 || status == 201;
    }

    Optional<FlatJson> json() {
        return whole ? FlatJson.read(body) : Optional.empty();
    }

    /** Neither body nor headers: they may hold anything. */
    @Override
    public String toString() {
        return "Answer " + status + " of " + body.length() + " characters";
    }
}

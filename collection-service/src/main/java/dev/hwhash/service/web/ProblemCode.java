// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import java.util.Locale;

/** Why a request is refused: the {@code code} of a problem document. The names never change. */
public enum ProblemCode {
    /** The request or its body is not what openapi.yaml describes. */
    MALFORMED(400, "The request is malformed", false),
    /** The token is missing, unknown, expired or revoked. */
    TOKEN_REFUSED(401, "The token is refused", false),
    /** The token is not for this. */
    TOKEN_WRONG_KIND(403, "The token is of another kind", false),
    /** The token has brought in as many reports as it may. */
    TOKEN_USED_UP(403, "The token is used up", false),
    /** The request came past the proxy. */
    NOT_FROM_PROXY(403, "The request did not come from the proxy", false),
    /** There is nothing at that path. */
    NOT_FOUND(404, "There is nothing here", false),
    /** The path does not take the method. */
    METHOD_NOT_ALLOWED(405, "The method is not for this path", false),
    /** The body did not arrive in time. */
    TOO_SLOW(408, "The request took too long", true),
    /** The body is too large, on the wire or inflated. */
    TOO_LARGE(413, "The body is too large", false),
    /** The body is encoded otherwise than by gzip. */
    UNSUPPORTED_ENCODING(415, "The encoding is not supported", false),
    /** The body is not JSON. */
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported", false),
    /** Another report has the id. */
    CONTENT_DIFFERS(422, "Another report has this id", false),
    /** The hardware hash is damaged. */
    HASH_DAMAGED(422, "The hardware hash is damaged", false),
    /** A value breaks a rule. */
    RULES_BROKEN(422, "The report breaks rules", false),
    /** Too many requests with a refused token came from there. */
    TOO_MANY_FAILURES(429, "Too many refused tokens", true),
    /** The head of the request is too large. */
    HEADERS_TOO_LARGE(431, "The headers are too large", false),
    /** A defect of the service. */
    DEFECT(500, "A defect of the service", true),
    /** Too many reports wait. */
    BUSY(503, "The service is busy", true),
    /** The disk is full or failed. */
    STORAGE_FULL(503, "The service's disk takes no more", true),
    /** The service is about to end. */
    STOPPING(503, "The service is stopping", true);

    private final int status;
    private final String title;
    private final boolean retryable;

    ProblemCode(int status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /**
     * Returns the HTTP status.
     *
     * @return 400 to 503
     */
    public int status() {
        return status;
    }

    /**
     * Returns the summary for people.
     *
     * @return the same at each occurrence
     */
    public String title() {
        return title;
    }

    /**
     * Returns whether the same request can succeed later.
     *
     * @return false where the request has to change
     */
    public boolean retryable() {
        return retryable;
    }

    /** Returns the name on the wire. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a body is packed on the wire. */
enum BodyEncoding {
    IDENTITY,
    GZIP;

    /** Of a body, on the wire and inflated. */
    static final int MOST_BYTES = 65_536;

    /** Reads the headers; a problem where the service cannot read such a body. */
    static BodyEncoding of(Context context) {
        String type = context.header("Content-Type");
        if (type == null || !isJson(type)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the body is not application/json; send it as that");
        }
        if (context.req().getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        String encoding = context.header("Content-Encoding");
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return IDENTITY;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return GZIP;
        }
        throw new ProblemException(
                ProblemCode.UNSUPPORTED_ENCODING, "the body is encoded otherwise than by gzip; send it so, or plain");
    }

    /** Returns the body as it was before it was packed, counted while it is inflated. */
    byte[] inflated(byte[] wire) {
        if (this == IDENTITY) {
            return wire;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            byte[] body = in.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.MALFORMED, "the body is not whole gzip; send it again, or plain");
        }
    }

    static ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.TOO_LARGE,
                "the body is larger than " + MOST_BYTES + " bytes, on the wire or inflated; no report is");
    }

    private static boolean isJson(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        int end = lower.indexOf(';');
        return (end < 0 ? lower : lower.substring(0, end)).strip().equals("application/json");
    }
}

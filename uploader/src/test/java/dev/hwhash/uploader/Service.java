// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.uploader.report.ContentHash;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.NotATokenException;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** What a collection service says, for servers on loopback. */
public final class Service {

    /** When every report is received. */
    public static final String RECEIVED_AT = "2026-11-21T10:00:00Z";

    private Service() {}

    /** Returns a service of this machine. */
    public static ServiceUrl at(int port) {
        return url("http://127.0.0.1:" + port);
    }

    /** Reads a URL that is known to be one. */
    public static ServiceUrl url(String text) {
        try {
            return ServiceUrl.of(text);
        } catch (NotAServiceUrlException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns a token of that service. */
    public static Token token(ServiceUrl service) {
        try {
            return Token.of(service, "enrol-0123456789");
        } catch (NotATokenException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the id in the path of a request. */
    public static String id(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns the JSON of a request, inflated. */
    public static byte[] body(RecordedRequest request) {
        byte[] sent =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        if (!"gzip".equals(request.getHeaders().get("Content-Encoding"))) {
            return sent;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the answer of a service that has stored the report. */
    public static MockResponse receipt(RecordedRequest request) {
        return json(201, "application/json", receipt(id(request), ContentHash.of(body(request))));
    }

    /** Returns the text of a receipt. */
    public static String receipt(String id, String contentSha256) {
        return "{\"reportId\":\"" + id + "\",\"contentSha256\":\"" + contentSha256 + "\",\"receivedAt\":\""
                + RECEIVED_AT + "\"}";
    }

    /** Returns a refusal in the service's own words. */
    public static MockResponse problem(int status, String code) {
        return json(status, "application/problem+json", "{\"code\":\"" + code + "\",\"status\":" + status + "}");
    }

    /** Returns any answer. */
    public static MockResponse json(int status, String type, String text) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", type)
                .body(text)
                .build();
    }
}

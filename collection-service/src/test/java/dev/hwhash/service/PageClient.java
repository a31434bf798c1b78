// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a face: keeps cookies, sends forms, and follows nothing by itself. */
public final class PageClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final HttpClient http;
    private final String url;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private PageClient(String url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    /** Nobody as yet. */
    public static PageClient of(String url) {
        return of(url, HttpClient.newBuilder().connectTimeout(PATIENCE));
    }

    /** Nobody as yet, by a client that trusts other certificates. */
    public static PageClient of(String url, HttpClient.Builder http) {
        return new PageClient(url, http.followRedirects(Redirect.NEVER).build());
    }

    /** The cookies that it holds, by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form as it is given, with no token in it. */
    public Reply postBare(String path, Map<String, String> fields, String... headers) {
        return postText(path, encoded(fields), headers);
    }

    /** Sends the text of a form as it is given. */
    public Reply postText(String path, String body, String... headers) {
        return send(request(path, headers)
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with the token that a page holds for it. */
    public Reply post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", csrf(page));
        return postBare(path, all);
    }

    /** The token that the forms of a page hold. */
    public String csrf(String page) {
        Reply reply = get(page);
        return reply.csrf()
                .orElseThrow(() ->
                        new IllegalStateException(page + " holds no form: " + reply.status() + " " + reply.text()));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            try (InputStream body = response.body()) {
                return new Reply(response.statusCode(), response.headers(), isEndless(response) ? "" : text(body));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A stream of events, which has no end. */
    private static boolean isEndless(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
        if (cookie.contains("Max-Age=0") || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** What the service said; of a stream of events no more than the head. */
    public record Reply(int status, HttpHeaders headers, String text) {

        /** Empty text where there is none. */
        public String header(String name) {
            return String.join(", ", headers.allValues(name));
        }

        /** Where it sends one to; empty text where nowhere. */
        public String location() {
            return header("Location");
        }

        public Optional<String> csrf() {
            Matcher matcher = CSRF.matcher(text);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }
}

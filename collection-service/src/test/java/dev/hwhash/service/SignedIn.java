// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.PasswordHasher;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.SqlAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without its window: keeps cookies, knows the token of its last page's forms, and follows no redirection by
 * itself. Used by one thread.
 */
public final class SignedIn {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String url;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    /** Nobody yet. */
    public SignedIn(String url) {
        this.url = url;
    }

    /** Somebody new with a role, whose password is his own already. */
    public static SignedIn as(ServiceProcess service, Role role) {
        return as(service, role, role + "-" + Long.toHexString(new SecureRandom().nextLong()));
    }

    /** The same, by a name that there is not yet. */
    public static SignedIn as(ServiceProcess service, Role role, String name) {
        Password password = account(service.data(), role, name);
        SignedIn browser = new SignedIn(service.url());
        Page entered = browser.signIn(name, password.text());
        if (entered.status() != 303) {
            throw new IllegalStateException(name + " was not let in: " + entered.status());
        }
        browser.get("/password");
        return browser;
    }

    /** Makes an account beside the service; returns its password, which need not be changed. */
    public static Password account(Path data, Role role, String name) {
        PasswordHasher hasher = new PasswordHasher();
        AccountName known = new AccountName(name);
        Password password = Password.random(new SecureRandom());
        Instant now = Instant.now();
        try (Database database = Database.open(data.resolve("hwhash.db"))) {
            SqlAccounts accounts = new SqlAccounts(database);
            var first = hasher.hash(Password.random(new SecureRandom()));
            long id = accounts.add(known, role, first, Actor.SERVICE, now)
                    .orElseThrow()
                    .id();
            accounts.change(id, first, hasher.hash(password), Actor.SERVICE, now);
            return password;
        } catch (dev.hwhash.service.account.BusyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The password in a file that the service wrote. */
    public static String password(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("password = "))
                    .map(line -> line.substring("password = ".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the page and sends its form. */
    public Page signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", "name", name, "password", password);
    }

    /** Loads a page. */
    public Page get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Sends a form with these fields, and the token of the last page that had one. */
    public Page post(String path, String... fields) {
        return post(path, List.of(fields), List.of("csrf", csrf));
    }

    /** Sends these fields and no token. */
    public Page postWithoutToken(String path, String... fields) {
        return post(path, List.of(fields), List.of());
    }

    /** Sends a form with the token, and more headers. */
    public Page postWith(List<String> headers, String path, String... fields) {
        return send(form(path, List.of(fields), List.of("csrf", csrf), headers.toArray(String[]::new)));
    }

    private Page post(String path, List<String> fields, List<String> more) {
        return send(form(path, fields, more));
    }

    private HttpRequest form(String path, List<String> fields, List<String> more, String... headers) {
        StringBuilder body = new StringBuilder();
        for (List<String> each : List.of(fields, more)) {
            for (int i = 0; i < each.size(); i += 2) {
                body.append(body.isEmpty() ? "" : "&")
                        .append(encode(each.get(i)))
                        .append('=')
                        .append(encode(each.get(i + 1)));
            }
        }
        return request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            StringBuilder all = new StringBuilder();
            cookies.forEach((name, value) -> all.append(all.isEmpty() ? "" : "; ")
                    .append(name)
                    .append('=')
                    .append(value));
            request.header("Cookie", all.toString());
        }
        return request;
    }

    private Page send(HttpRequest request) {
        try {
            // The client's own timeout ends with the head of the answer.
            Page page = new Page(
                    client.sendAsync(request, BodyHandlers.ofString()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            page.response().headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher field = CSRF.matcher(page.text());
            while (field.find()) {
                csrf = field.group(1);
            }
            return page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    /** Its cookies, to be looked at or changed. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** The token of its last page's forms. */
    public String csrf() {
        return csrf;
    }

    /** What the service answered. */
    public record Page(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        /** Empty where there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where a redirection leads. */
        public String location() {
            return header("Location");
        }
    }
}

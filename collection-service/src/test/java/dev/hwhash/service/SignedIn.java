// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A browser without its window: keeps cookies, knows the token of its last page's forms, and follows no redirection by
 * itself. Used by one thread.
 */
public final class SignedIn {

    private final PageClient client;
    private String csrf = "";

    /** Nobody yet. */
    public SignedIn(String url) {
        client = PageClient.of(url);
    }

    /** Somebody new with a role, whose password is his own already. */
    public static SignedIn as(ServiceProcess service, Role role) {
        return as(service, role, role + "-" + Long.toHexString(new SecureRandom().nextLong()));
    }

    /** The same, by a name that there is not yet. */
    public static SignedIn as(ServiceProcess service, Role role, String name) {
        Password password = People.account(service.data(), role, name);
        SignedIn browser = new SignedIn(service.url());
        Reply entered = browser.signIn(name, password.text());
        if (entered.status() != 303) {
            throw new IllegalStateException(name + " was not let in: " + entered.status());
        }
        browser.get("/password");
        return browser;
    }

    /** The password in a file that the service wrote. */
    public static String password(Path file) {
        return ServiceProcess.value(file, "password");
    }

    /** Loads the page and sends its form. */
    public Reply signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", "name", name, "password", password);
    }

    /** Loads a page. */
    public Reply get(String path, String... headers) {
        return seen(client.get(path, asBrowser(List.of(headers))));
    }

    /** Sends a form with these fields, and the token of the last page that had one. */
    public Reply post(String path, String... fields) {
        return postWith(List.of(), path, fields);
    }

    /** Sends these fields and no token. */
    public Reply postWithoutToken(String path, String... fields) {
        return seen(client.postText(path, encoded(List.of(fields)), asBrowser(List.of())));
    }

    /** Sends a form with the token, and more headers. */
    public Reply postWith(List<String> headers, String path, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("csrf", csrf));
        return seen(client.postText(path, encoded(all), asBrowser(headers)));
    }

    /** Names and values in turn; a name may stand there often. */
    private static String encoded(List<String> fields) {
        StringJoiner body = new StringJoiner("&");
        for (int i = 0; i < fields.size(); i += 2) {
            body.add(PageClient.encoded(fields.get(i)) + "=" + PageClient.encoded(fields.get(i + 1)));
        }
        return body.toString();
    }

    private static String[] asBrowser(List<String> headers) {
        List<String> all = new ArrayList<>(List.of("Accept", "text/html"));
        all.addAll(headers);
        return all.toArray(String[]::new);
    }

    private Reply seen(Reply reply) {
        csrf = reply.csrf().orElse(csrf);
        return reply;
    }

    /** Its cookies, to be looked at or changed. */
    public Map<String, String> cookies() {
        return client.cookies();
    }

    /** The token of its last page's forms. */
    public String csrf() {
        return csrf;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.signin;

import dev.hwhash.service.account.OwnPassword;
import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.account.Sessions;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.SessionCookie;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.web.Clients;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** {@code /password} and {@code /sign-out}: what everybody may do with his own account. Thread-safe. */
public final class PasswordPages implements Pages {

    private static final int LONGEST_PASSWORD = 1_000;

    private final OwnPassword passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final PageRenderer renderer;

    /**
     * Makes one.
     *
     * @param passwords changes them
     * @param sessions what ends
     * @param cookie of the session
     * @param renderer writes the page
     */
    public PasswordPages(OwnPassword passwords, Sessions sessions, SessionCookie cookie, PageRenderer renderer) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.renderer = renderer;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/password", Role.VIEWER, (context, visitor) -> render(context, visitor, Optional.empty()));
        routes.post("/password", Role.VIEWER, this::change);
        routes.post("/sign-out", Role.VIEWER, this::signOut);
    }

    private void signOut(Context context, Visitor visitor) {
        cookie.read(context).ifPresent(secret -> sessions.end(secret, visitor.address()));
        cookie.remove(context);
        context.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    private void change(Context context, Visitor visitor) throws Exception {
        Form form = Form.of(context);
        OwnPassword.Wish wish =
                new OwnPassword.Wish(password(form, "current"), password(form, "password"), password(form, "repeat"));
        OwnPassword.Outcome outcome = passwords.change(visitor.account(), wish, Clients.of(context));
        if (outcome instanceof OwnPassword.Outcome.Changed changed) {
            cookie.remove(context);
            changed.secret().ifPresent(secret -> cookie.set(context, secret));
            context.redirect("/", HttpStatus.SEE_OTHER);
        } else if (outcome instanceof OwnPassword.Outcome.Refused refused) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            render(context, visitor, Optional.of("password." + refused.fault()));
        } else {
            context.status(HttpStatus.TOO_MANY_REQUESTS);
            render(context, visitor, Optional.of("sign-in.too-many"));
        }
    }

    private static Password password(Form form, String field) {
        return new Password(form.raw(field, LONGEST_PASSWORD).orElse(""));
    }

    private void render(Context context, Visitor visitor, Optional<String> error) {
        Optional<String> words = error.map(key -> Texts.ENGLISH.of(key, Password.SHORTEST, Password.LONGEST));
        renderer.render(
                context, visitor, "signin/password.jte", new PasswordPage(Password.SHORTEST, Password.LONGEST, words));
    }
}

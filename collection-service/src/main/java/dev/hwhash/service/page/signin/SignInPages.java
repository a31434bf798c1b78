// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.signin;

import dev.hwhash.service.account.Password;
import dev.hwhash.service.account.SessionSecret;
import dev.hwhash.service.account.Sessions;
import dev.hwhash.service.account.SignIn;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.LocalPath;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.PostedForms;
import dev.hwhash.service.page.SessionCookie;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.web.Clients;
import dev.hwhash.service.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** {@code /sign-in}: the only page for people who are not signed in. Thread-safe. */
public final class SignInPages implements Routes {

    private static final String TEMPLATE = "signin/sign-in.jte";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int LONGEST_PATH = 4_000;
    private static final String RETRY_SECONDS = "10";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Cookies cookies;
    private final PostedForms forms;
    private final PageRenderer renderer;

    /**
     * The cookies of a browser.
     *
     * @param session of one who is signed in
     * @param before of one who is not
     */
    public record Cookies(SessionCookie session, SessionCookie before) {}

    /**
     * Makes one.
     *
     * @param signIn lets people in
     * @param sessions who is in already
     * @param cookies what browsers hold
     * @param forms reads what the form sends
     * @param renderer writes the page
     */
    public SignInPages(SignIn signIn, Sessions sessions, Cookies cookies, PostedForms forms, PageRenderer renderer) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.forms = forms;
        this.renderer = renderer;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/sign-in", this::show);
        routes.post("/sign-in", context -> {
            Optional<SessionSecret> before = cookies.before().read(context);
            if (before.isEmpty()) {
                throw new PageException(403, "error.403.cookie");
            }
            forms.answer(context, before.get().csrf(), PostedForms.FEW_BYTES, () -> enter(context));
        });
    }

    private void show(Context context) {
        LocalPath next = next(Form.query(context));
        if (cookies.session().read(context).flatMap(sessions::find).isPresent()) {
            context.redirect(next.text(), HttpStatus.SEE_OTHER);
        } else {
            render(context, next, "", Optional.empty());
        }
    }

    private void enter(Context context) throws Exception {
        Form form = Form.of(context);
        String name = form.one("name", LONGEST_NAME).orElse("");
        Password password = new Password(form.raw("password", LONGEST_PASSWORD).orElse(""));
        SignIn.Outcome outcome = signIn.enter(name, password, Clients.of(context));
        if (outcome instanceof SignIn.Outcome.Entered entered) {
            endSessionBefore(context);
            cookies.before().remove(context);
            cookies.session().set(context, entered.secret());
            context.redirect(next(form).text(), HttpStatus.SEE_OTHER);
        } else if (outcome instanceof SignIn.Outcome.TooMany) {
            context.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", RETRY_SECONDS);
            render(context, next(form), name, Optional.of("sign-in.too-many"));
        } else {
            context.status(HttpStatus.UNAUTHORIZED);
            render(context, next(form), name, Optional.of("sign-in.refused"));
        }
    }

    /** A browser has one session: what it held before is of no use to anybody but a thief. */
    private void endSessionBefore(Context context) {
        String address = Clients.of(context).getHostAddress();
        cookies.session().read(context).ifPresent(secret -> sessions.end(secret, address));
    }

    private void render(Context context, LocalPath next, String name, Optional<String> error) {
        SessionSecret secret = cookies.before().read(context).orElseGet(sessions::secret);
        cookies.before().set(context, secret);
        Optional<String> words = error.map(key -> Texts.ENGLISH.of(key));
        renderer.render(context, Optional.empty(), TEMPLATE, new SignInPage(secret.csrf(), next.text(), name, words));
    }

    private static LocalPath next(Form form) {
        return form.one("next", LONGEST_PATH).flatMap(LocalPath::of).orElse(LocalPath.HOME);
    }
}

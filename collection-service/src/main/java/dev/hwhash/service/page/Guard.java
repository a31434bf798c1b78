// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.account.Session;
import dev.hwhash.service.account.SessionSecret;
import dev.hwhash.service.account.Sessions;
import dev.hwhash.service.web.ApiPaths;
import dev.hwhash.service.web.Clients;
import dev.hwhash.service.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before each page: asks for the session, the role, and what a form of ours sends back. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     Cross-Site Request Forgery Prevention</a>
 */
public final class Guard implements Routes {

    /** Where one may go whose password somebody else knows. */
    private static final Set<String> BEFORE_CHANGE = Set.of("/password", "/sign-out");

    private static final String MANY_FIELDS = "/selections";
    private static final int MANY_BYTES = 1 << 20;

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final PostedForms forms;
    private final PageHeaders headers;
    private final ErrorPages errors;
    private final List<Pages> pages;

    /**
     * Makes one.
     *
     * @param sessions who is signed in
     * @param cookie by which a browser is known
     * @param forms reads what forms send
     * @param headers go with each page
     * @param errors say what went wrong
     * @param pages what stands behind it
     */
    public Guard(
            Sessions sessions,
            SessionCookie cookie,
            PostedForms forms,
            PageHeaders headers,
            ErrorPages errors,
            List<Pages> pages) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.forms = forms;
        this.headers = headers;
        this.errors = errors;
        this.pages = List.copyOf(pages);
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.before(context -> {
            if (!ApiPaths.contains(context.path())) {
                headers.put(context);
            }
        });
        routes.exception(PageException.class, (e, context) -> errors.write(context, e));
        pages.forEach(each -> each.register(new Guarded(routes)));
    }

    /** Registers pages behind this guard. */
    private final class Guarded implements GuardedRoutes {

        private final RoutesConfig routes;

        Guarded(RoutesConfig routes) {
            this.routes = routes;
        }

        @Override
        public void get(String path, Role least, PageHandler handler) {
            routes.get(path, context -> {
                Optional<Visitor> visitor = admitted(context, least);
                if (visitor.isPresent()) {
                    handler.handle(context, visitor.get());
                }
            });
        }

        @Override
        public void post(String path, Role least, PageHandler handler) {
            routes.post(path, context -> {
                Optional<Visitor> visitor = admitted(context, least);
                if (visitor.isPresent()) {
                    int most = context.path().equals(MANY_FIELDS) ? MANY_BYTES : PostedForms.FEW_BYTES;
                    String csrf = visitor.get().csrf();
                    forms.answer(context, csrf, most, () -> handler.handle(context, visitor.get()));
                }
            });
        }
    }

    /** Returns who may go on; for all others the answer is written. */
    private Optional<Visitor> admitted(Context context, Role least) {
        Optional<SessionSecret> secret = cookie.read(context);
        Optional<Session> session = secret.flatMap(sessions::find);
        if (session.isEmpty()) {
            sendToSignIn(context);
            return Optional.empty();
        }
        Visitor visitor = visitor(context, session.get(), secret.orElseThrow());
        ErrorPages.remember(context, visitor);
        if (session.get().account().mustChange() && !BEFORE_CHANGE.contains(context.path())) {
            sendTo(context, "/password");
            return Optional.empty();
        }
        if (!visitor.may(least)) {
            throw new PageException(403, "error.403.role", Texts.ENGLISH.of("role." + least));
        }
        return Optional.of(visitor);
    }

    private static Visitor visitor(Context context, Session session, SessionSecret secret) {
        return new Visitor(
                session.account().id(),
                session.account().name().text(),
                session.account().role(),
                secret.csrf(),
                Clients.of(context).getHostAddress());
    }

    private void sendToSignIn(Context context) {
        boolean looks = context.method().name().equals("GET");
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        Optional<LocalPath> next = looks ? LocalPath.of(context.path() + query) : Optional.empty();
        String signIn = "/sign-in"
                + next.filter(path -> !path.equals(LocalPath.HOME))
                        .map(path -> "?next=" + URLEncoder.encode(path.text(), StandardCharsets.UTF_8))
                        .orElse("");
        if (looks) {
            sendTo(context, signIn);
        } else {
            context.header("HX-Redirect", "/sign-in");
            throw new PageException(401, "error.401.words");
        }
    }

    /** A browser would follow a redirection unseen and put the sign-in into a part of the page. */
    private static void sendTo(Context context, String path) {
        if (context.header("HX-Request") != null) {
            context.header("HX-Redirect", path).status(HttpStatus.UNAUTHORIZED);
        } else {
            context.redirect(path, HttpStatus.SEE_OTHER);
        }
    }
}

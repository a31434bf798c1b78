// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.account.SessionSecret;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * The cookie that a browser holds of its session. Under TLS its name begins with {@code __Host-}, by which the browser
 * takes it from this host alone and never sends it in the clear. Immutable and thread-safe.
 *
 * @see <a href="https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html">RFC 6265bis, 4.1.3.2</a>
 */
public final class SessionCookie {

    private static final String OVER = "; Max-Age=0";

    private final String name;
    private final String attributes;

    private SessionCookie(String name, boolean secure) {
        this.name = secure ? "__Host-" + name : name;
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    /**
     * The cookie of one who is signed in.
     *
     * @param secure whether browsers reach the service by TLS
     * @return the cookie
     */
    public static SessionCookie ofSession(boolean secure) {
        return new SessionCookie("hwhash", secure);
    }

    /**
     * The cookie of one who is about to sign in, so that nobody else signs him in.
     *
     * @param secure whether browsers reach the service by TLS
     * @return the cookie
     */
    public static SessionCookie beforeSignIn(boolean secure) {
        return new SessionCookie("hwhash-sign-in", secure);
    }

    /**
     * Reads it.
     *
     * @param context the request
     * @return empty where there is none, or none of ours
     */
    public Optional<SessionSecret> read(Context context) {
        return Optional.ofNullable(context.cookie(name)).flatMap(SessionSecret::of);
    }

    /**
     * Gives it to the browser until that is closed.
     *
     * @param context the answer
     * @param secret what it holds
     */
    public void set(Context context, SessionSecret secret) {
        context.res().addHeader("Set-Cookie", name + "=" + secret.text() + attributes);
    }

    /**
     * Takes it from the browser.
     *
     * @param context the answer
     */
    public void remove(Context context) {
        context.res().addHeader("Set-Cookie", name + "=" + attributes + OVER);
    }
}

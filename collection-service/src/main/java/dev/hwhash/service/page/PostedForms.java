// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.service.account.BusyException;
import dev.hwhash.service.web.RequestBody;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.concurrent.CompletionException;

/**
 * Reads what a form sends, without a thread that waits for it, and lets only forms pass that this service gave to this
 * browser. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">
 *     Cross-Site Request Forgery Prevention</a>
 */
public final class PostedForms {

    /** The largest form without a long list in it. */
    public static final int FEW_BYTES = 1 << 16;

    private static final int LONGEST_TOKEN = 100;

    private final SameOrigin origins;
    private final ErrorPages errors;

    /**
     * Makes one.
     *
     * @param origins tells our own pages from others
     * @param errors say what went wrong
     */
    public PostedForms(SameOrigin origins, ErrorPages errors) {
        this.origins = origins;
        this.errors = errors;
    }

    /** Answers what was read; the form is {@link Form#of}. */
    @FunctionalInterface
    public interface Answer {

        /**
         * Answers.
         *
         * @throws Exception whatever goes wrong; it becomes a page that says so
         */
        void write() throws Exception;
    }

    /**
     * Reads the form and answers it, later.
     *
     * @param context the request
     * @param csrf what the form must send back, in its field {@code csrf} or the header {@code X-CSRF-Token}
     * @param mostBytes how large it may be
     * @param answer what is done with it
     * @throws PageException if another page sent it
     */
    public void answer(Context context, String csrf, int mostBytes, Answer answer) {
        if (!origins.allows(context)) {
            throw new PageException(403, "error.403.origin");
        }
        context.future(() -> RequestBody.read(context.req(), mostBytes).thenAccept(body -> {
            try {
                requireToken(context, Form.read(context, body), csrf);
                answer.write();
            } catch (PageException e) {
                errors.write(context, e);
            } catch (BusyException e) {
                errors.write(context, new PageException(503, "error.503.words"));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }));
    }

    private static void requireToken(Context context, Form form, String csrf) {
        String header = context.header("X-CSRF-Token");
        String sent = header == null ? form.raw("csrf", LONGEST_TOKEN).orElse("") : header;
        if (!MessageDigest.isEqual(sent.getBytes(UTF_8), csrf.getBytes(UTF_8))) {
            throw new PageException(403, "error.403.token");
        }
    }
}

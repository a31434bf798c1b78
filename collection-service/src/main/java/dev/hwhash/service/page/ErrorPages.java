// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.web.Problem;
import dev.hwhash.service.web.ProblemPages;
import io.javalin.http.Context;
import java.util.Optional;

/** Says to people what went wrong, by a page of its own. Thread-safe. */
public final class ErrorPages implements ProblemPages {

    private static final String VISITOR = "hwhash.visitor";

    private final PageRenderer renderer;
    private final PageHeaders headers;

    /**
     * Makes one.
     *
     * @param renderer writes the page
     * @param headers go with each page
     */
    public ErrorPages(PageRenderer renderer, PageHeaders headers) {
        this.renderer = renderer;
        this.headers = headers;
    }

    @Override
    public void write(Context context, Problem problem) {
        int status = problem.code().status();
        String byStatus = known("error." + status + ".words", "error.other.words");
        write(context, status, Texts.ENGLISH.of(known("error." + problem.code(), byStatus)), "/");
    }

    void write(Context context, PageException e) {
        write(context, e.status(), e.words(Texts.ENGLISH), e.back());
    }

    /** Remembers for whom a page is, for the case that it fails. */
    static void remember(Context context, Visitor visitor) {
        context.attribute(VISITOR, visitor);
    }

    private void write(Context context, int status, String words, String back) {
        headers.put(context);
        String title = Texts.ENGLISH.of(known("error." + status, "error.other"));
        Optional<Visitor> visitor = Optional.ofNullable(context.attribute(VISITOR));
        renderer.render(context.status(status), visitor, "message.jte", new MessagePage(title, words, back));
    }

    private static String known(String key, String other) {
        return Texts.ENGLISH.has(key) ? key : other;
    }
}

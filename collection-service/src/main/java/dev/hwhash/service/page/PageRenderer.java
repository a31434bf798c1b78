// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** Turns records into pages. Thread-safe. */
public final class PageRenderer {

    private static final String TEMPLATES = "dev.hwhash.service.page.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, PageRenderer.class.getClassLoader(), TEMPLATES);
    private final Assets assets;

    /**
     * Makes one.
     *
     * @param assets what the pages link
     */
    public PageRenderer(Assets assets) {
        this.assets = assets;
    }

    /**
     * Answers by a page, or a part of one, for somebody who is signed in.
     *
     * @param context the request
     * @param visitor who asks
     * @param template such as {@code devices/list.jte}; its parameters are {@code frame} and {@code page}
     * @param page what the template shows
     */
    public void render(Context context, Visitor visitor, String template, Object page) {
        render(context, Optional.of(visitor), template, page);
    }

    /**
     * Answers by a page for whoever asks.
     *
     * @param context the request
     * @param visitor empty before the sign-in
     * @param template as above
     * @param page what the template shows
     */
    public void render(Context context, Optional<Visitor> visitor, String template, Object page) {
        Frame frame = new Frame(Texts.ENGLISH, assets, visitor, context.path());
        StringOutput html = new StringOutput();
        engine.render(template, Map.of("frame", frame, "page", page), html);
        context.contentType("text/html; charset=utf-8").result(html.toString());
    }
}

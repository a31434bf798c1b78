// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.page.token.TokenForm.Faulty;
import dev.hwhash.service.page.token.TokenForm.Fields;
import dev.hwhash.service.page.token.TokenForm.Sound;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenMaker;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code /tokens}: all tokens, another one, and one less. */
public final class TokenPages implements Pages {

    private static final int LONGEST_FIELD = 200;

    private final PageRenderer renderer;
    private final TokenMaker maker;
    private final Clock clock;
    private final Optional<URI> publicUrl;
    private final SentForms sent = new SentForms();

    /**
     * Makes the pages.
     *
     * @param renderer shows them
     * @param maker makes, lists and revokes
     * @param clock says what has expired
     * @param publicUrl how agents reach the service; empty: as the browser does
     */
    public TokenPages(PageRenderer renderer, TokenMaker maker, Clock clock, Optional<URI> publicUrl) {
        this.renderer = renderer;
        this.maker = maker;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/tokens", Role.ADMIN, (context, visitor) -> list(context, visitor, Optional.empty()));
        routes.post("/tokens", Role.ADMIN, this::make);
        routes.post("/tokens/{id}/revoke", Role.ADMIN, this::revoke);
    }

    private void list(Context context, Visitor visitor, Optional<String> fault) {
        List<TokenLine> lines = maker.all().stream()
                .sorted(Comparator.comparingLong(Token::id).reversed())
                .map(token -> TokenLine.of(token, clock.instant()))
                .toList();
        renderer.render(context, visitor, "token/list.jte", new TokenListView(lines, fault, sent.next()));
    }

    /** The answer is the only place where the secret ever stands: no redirect could take it along. */
    private void make(Context context, Visitor visitor) {
        Form form = Form.of(context);
        TokenForm read = TokenForm.read(
                new Fields(field(form, "kind"), field(form, "name"), field(form, "days"), field(form, "uses")),
                clock.instant());
        if (read instanceof Faulty faulty) {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            list(context, visitor, Optional.of(faulty.key()));
            return;
        }
        if (!sent.isFirst(form.required("once", LONGEST_FIELD))) {
            throw new PageException(409, "tokens.again");
        }
        NewToken wanted = ((Sound) read).wanted();
        TokenMaker.Made made = maker.make(wanted, visitor.actor());
        String service = publicUrl.map(URI::toString).orElse(context.scheme() + "://" + context.host());
        renderer.render(context, visitor, "token/made.jte", new MadeTokenView(made.token(), service, made.secret()));
    }

    private static String field(Form form, String name) {
        return form.one(name, LONGEST_FIELD).orElse("");
    }

    private void revoke(Context context, Visitor visitor) {
        if (!maker.revoke(Form.id(context, "id"), visitor.actor())) {
            throw new PageException(404, "tokens.unknown");
        }
        context.redirect("/tokens", HttpStatus.SEE_OTHER);
    }
}

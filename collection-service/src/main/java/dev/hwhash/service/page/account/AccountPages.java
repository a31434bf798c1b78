// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.account;

import dev.hwhash.service.account.AccountChange;
import dev.hwhash.service.account.AccountDesk;
import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.Visitor;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/**
 * {@code /accounts}: makes accounts, changes their roles and passwords, disables and enables them. A password that is
 * made up is shown on the answer to its form, and nowhere again. Thread-safe.
 */
public final class AccountPages implements Pages {

    private static final String LIST = "/accounts";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ROLE = 20;

    private final AccountDesk accounts;
    private final PageRenderer renderer;

    /**
     * Makes one.
     *
     * @param accounts what is looked after
     * @param renderer writes the page
     */
    public AccountPages(AccountDesk accounts, PageRenderer renderer) {
        this.accounts = accounts;
        this.renderer = renderer;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get(LIST, Role.ADMIN, (context, visitor) -> render(context, visitor, Optional.empty()));
        routes.post(LIST, Role.ADMIN, this::make);
        routes.post("/accounts/{id}/role", Role.ADMIN, this::role);
        routes.post("/accounts/{id}/password", Role.ADMIN, this::reset);
        routes.post(
                "/accounts/{id}/disable",
                Role.ADMIN,
                (context, visitor) -> done(context, accounts.disabled(id(context), true, visitor.actor())));
        routes.post(
                "/accounts/{id}/enable",
                Role.ADMIN,
                (context, visitor) -> done(context, accounts.disabled(id(context), false, visitor.actor())));
    }

    private void make(Context context, Visitor visitor) throws Exception {
        Form form = Form.of(context);
        Role role = role(form);
        String typed = form.one("name", LONGEST_NAME).orElse("");
        Optional<AccountName> name = AccountName.of(typed);
        if (name.isEmpty()) {
            refuse(context, visitor, typed, "accounts.no-name");
            return;
        }
        Optional<AccountDesk.Issued> issued = accounts.make(name.get(), role, visitor.actor());
        if (issued.isEmpty()) {
            refuse(context, visitor, typed, "accounts.taken");
        } else {
            render(context, visitor, issued);
        }
    }

    private void reset(Context context, Visitor visitor) throws Exception {
        if (id(context) == visitor.account()) {
            throw new PageException(422, "accounts.own-password").backTo(LIST);
        }
        Optional<AccountDesk.Issued> issued = accounts.reset(id(context), visitor.actor());
        if (issued.isEmpty()) {
            throw unknown();
        }
        render(context, visitor, issued);
    }

    private void role(Context context, Visitor visitor) {
        done(context, accounts.role(id(context), role(Form.of(context)), visitor.actor()));
    }

    private static void done(Context context, AccountChange change) {
        switch (change) {
            case DONE -> context.redirect(LIST, HttpStatus.SEE_OTHER);
            case LAST_ADMIN -> throw new PageException(422, "accounts.last-admin").backTo(LIST);
            case UNKNOWN -> throw unknown();
        }
    }

    private static PageException unknown() {
        return new PageException(404, "accounts.unknown").backTo(LIST);
    }

    private static long id(Context context) {
        return Form.id(context, "id");
    }

    private static Role role(Form form) {
        return Role.named(form.required("role", LONGEST_ROLE))
                .orElseThrow(() -> new PageException(400, "error.400.words"));
    }

    private void refuse(Context context, Visitor visitor, String typed, String key) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        render(
                context,
                visitor,
                new AccountsPage(accounts.all(), Optional.empty(), Optional.of(Texts.ENGLISH.of(key)), typed));
    }

    private void render(Context context, Visitor visitor, Optional<AccountDesk.Issued> issued) {
        render(context, visitor, new AccountsPage(accounts.all(), issued, Optional.empty(), ""));
    }

    private void render(Context context, Visitor visitor, AccountsPage page) {
        renderer.render(context, visitor, "account/accounts.jte", page);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.AccountDesk;
import dev.hwhash.service.account.OwnPassword;
import dev.hwhash.service.account.PasswordHasher;
import dev.hwhash.service.account.RefusedSignIns;
import dev.hwhash.service.account.Sessions;
import dev.hwhash.service.account.SignIn;
import dev.hwhash.service.account.SignInLimits;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.live.Overviews;
import dev.hwhash.service.page.Assets;
import dev.hwhash.service.page.ErrorPages;
import dev.hwhash.service.page.Guard;
import dev.hwhash.service.page.Home;
import dev.hwhash.service.page.PageHeaders;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.PostedForms;
import dev.hwhash.service.page.SameOrigin;
import dev.hwhash.service.page.SessionCookie;
import dev.hwhash.service.page.account.AccountPages;
import dev.hwhash.service.page.audit.AuditPages;
import dev.hwhash.service.page.device.DevicePages;
import dev.hwhash.service.page.devices.ListPages;
import dev.hwhash.service.page.live.LivePages;
import dev.hwhash.service.page.registration.RegistrationPages;
import dev.hwhash.service.page.signin.PasswordPages;
import dev.hwhash.service.page.signin.SignInPages;
import dev.hwhash.service.page.token.TokenPages;
import dev.hwhash.service.registration.RegistrationDesk;
import dev.hwhash.service.search.DeviceDirectory;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlAccounts;
import dev.hwhash.service.store.SqlAudit;
import dev.hwhash.service.store.SqlDirectory;
import dev.hwhash.service.store.SqlOverview;
import dev.hwhash.service.store.SqlSessions;
import dev.hwhash.service.token.BucketStore;
import dev.hwhash.service.token.TokenMaker;
import dev.hwhash.service.web.ProblemPages;
import dev.hwhash.service.web.Routes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages, put together behind their guard. */
final class Site implements AutoCloseable {

    private final Assets assets = new Assets();
    private final PageRenderer renderer = new PageRenderer(assets);
    private final PageHeaders headers;
    private final ErrorPages errors;
    private final PostedForms forms;
    private final SignInPages.Cookies cookies;
    private final SqlAudit audit;
    private final SqlAccounts accounts;
    private final Sessions sessions;
    private final SignInLimits limits;
    private final PasswordHasher hasher;
    private final FirstPassword firstPassword;
    private final Clock clock;
    private final BucketStore failures;
    private final Overviews overviews;
    private final LivePages live;
    private final Settings settings;
    private final TokenMaker tokens;
    private final DeviceDirectory directory;
    private final Deciding deciding;
    private final Optional<Registering> registering;

    Site(
            Settings settings,
            Database database,
            ReadOnlyDatabase reading,
            TokenMaker tokens,
            PasswordHasher hasher,
            FirstPassword firstPassword,
            Replica replica) {
        this.settings = settings;
        this.failures = replica.failures();
        this.clock = replica.clock();
        Turn turn = replica.turn();
        this.tokens = tokens;
        directory = new SqlDirectory(reading);
        registering = settings.registration().map(how -> new Registering(how, database, reading, clock, turn));
        deciding = new Deciding(database, reading, clock, turn);
        this.hasher = hasher;
        this.firstPassword = firstPassword;
        boolean tls = settings.listen().keys().isPresent();
        boolean secure = tls || !settings.listen().proxies().ranges().isEmpty();
        cookies = new SignInPages.Cookies(SessionCookie.ofSession(secure), SessionCookie.beforeSignIn(secure));
        headers = new PageHeaders(tls);
        errors = new ErrorPages(renderer, headers);
        forms = new PostedForms(SameOrigin.of(settings.publicUrl()), errors);
        audit = new SqlAudit(database, clock);
        accounts = new SqlAccounts(database);
        sessions = new Sessions(new SqlSessions(database, reading), clock);
        limits = new SignInLimits(System::nanoTime, audit, failures);
        overviews = new Overviews(new SqlOverview(reading), clock);
        live = new LivePages(overviews, sessions, cookies.session());
    }

    /** What stands behind the guard; each page is one line here. */
    private List<Pages> pages() {
        Optional<RegistrationDesk> registration = registering.map(Registering::desk);
        List<Pages> pages = new ArrayList<>(deciding.pages(renderer, audit, registration));
        pages.addAll(List.of(
                new Home(),
                new ListPages(renderer, directory, tokens::all, overviews),
                live,
                new DevicePages(renderer, directory, deciding.approvals(), registration),
                new RegistrationPages(registration),
                new TokenPages(renderer, tokens, clock, settings.publicUrl()),
                new PasswordPages(
                        new OwnPassword(accounts, hasher, sessions, limits, firstPassword::changed, clock),
                        sessions,
                        cookies.session(),
                        renderer),
                new AccountPages(new AccountDesk(accounts, hasher, firstPassword::changed, clock), renderer),
                new AuditPages(audit, renderer)));
        return pages;
    }

    List<Routes> routes() {
        RefusedSignIns refused = new RefusedSignIns(audit, System::nanoTime, failures);
        SignIn signIn = new SignIn(accounts, hasher, sessions, limits, refused);
        return List.of(
                assets,
                new Guard(sessions, cookies.session(), forms, headers, errors, pages()),
                new SignInPages(signIn, sessions, cookies, forms, renderer));
    }

    /** Ends the streams, for which the server would wait, and what people began in the background. */
    @Override
    public void close() {
        live.close();
        overviews.close();
        deciding.close();
        registering.ifPresent(Registering::close);
    }

    /** What people are told where a request fails. */
    ProblemPages errors() {
        return errors;
    }
}

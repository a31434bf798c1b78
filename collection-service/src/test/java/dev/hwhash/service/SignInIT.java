// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people come in and out, by HTTP. */
class SignInIT {

    private static final String NEW = "correct horse battery";

    @TempDir
    static Path shared;

    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(shared.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theFirstPasswordIsInAFileUntilItIsChanged(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path file = data.resolve("first-password.txt");
        try (ServiceProcess first = ServiceProcess.start(data)) {
            assertThat(first.log()).contains("password " + file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String password = SignedIn.password(file);
            assertThat(first.log()).doesNotContain(password);

            SignedIn browser = new SignedIn(first.url());
            assertThat(browser.signIn("Admin", password).status()).isEqualTo(303);
            assertThat(browser.get("/").location()).isEqualTo("/password");
            assertThat(browser.get("/password").status()).isEqualTo(200);
            Reply changed = browser.post("/password", "current", password, "password", NEW, "repeat", NEW);
            assertThat(changed.status()).isEqualTo(303);
            assertThat(file).doesNotExist();
            assertThat(browser.get("/").location()).isEqualTo("/devices");
            assertThat(new SignedIn(first.url()).signIn("admin", password).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInAndBack() {
        People.account(service.data(), Role.VIEWER, "back");
        SignedIn browser = new SignedIn(service.url());
        Reply sent = browser.get("/?a=b");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/sign-in?next=%2F%3Fa%3Db");
        Reply form = browser.get(sent.location());
        assertThat(form.text()).contains("value=\"/?a=b\"");
        Reply post = browser.postWithoutToken("/password");
        assertThat(post.status()).isEqualTo(401);
        assertThat(post.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void aFormWithoutItsTokenOrFromElsewhereChangesNothing() {
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        assertThat(viewer.postWithoutToken("/sign-out").status()).isEqualTo(403);
        assertThat(viewer.postWith(List.of("Sec-Fetch-Site", "cross-site"), "/sign-out")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.postWith(List.of("Origin", "https://evil.example"), "/sign-out")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.get("/password").status()).isEqualTo(200);
        Reply out = viewer.post("/sign-out");
        assertThat(out.location()).isEqualTo("/sign-in");
        assertThat(viewer.get("/password").status()).isEqualTo(303);
    }

    @Test
    void whatIsNotThereIsAPageForPeopleAndADocumentForPrograms() {
        SignedIn browser = new SignedIn(service.url());
        Reply missing = browser.get("/nothing");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/html");
        assertThat(missing.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(browser.get("/v1/nothing").header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aStartThatWasCutBeforeTheAccountWasKeptBeginsAnew(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path file = data.resolve("first-password.txt");
        try (ServiceProcess first = ServiceProcess.start(data)) {
            first.kill();
        }
        String lost = SignedIn.password(file);
        try (Database database = Database.open(TestDatabase.at(data.resolve("hwhash.db")))) {
            database.jdbi().useHandle(handle -> handle.execute("DELETE FROM account"));
        }
        try (ServiceProcess second = ServiceProcess.start(data)) {
            String password = SignedIn.password(file);
            assertThat(password).isNotEqualTo(lost);
            assertThat(second.log()).contains("password " + file);
            assertThat(new SignedIn(second.url()).signIn("admin", lost).status())
                    .isEqualTo(401);
            assertThat(new SignedIn(second.url()).signIn("admin", password).status())
                    .isEqualTo(303);
        }
    }

    @Test
    void aFileThatWasLeftBehindGoesAtTheNextStart(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path file = data.resolve("first-password.txt");
        try (ServiceProcess first = ServiceProcess.start(data)) {
            first.kill();
        }
        try (ServiceProcess still = ServiceProcess.start(data)) {
            assertThat(still.log()).as("not changed yet").contains("password " + file);
        }
        try (Database database = Database.open(TestDatabase.at(data.resolve("hwhash.db")))) {
            database.jdbi().useHandle(handle -> handle.execute("UPDATE account SET must_change = 0"));
        }
        try (ServiceProcess last = ServiceProcess.start(data)) {
            assertThat(last.log()).doesNotContain("password " + file);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aSessionThatIsKnownBeforeTheSignInIsNoneAfterwards() {
        String password = People.account(service.data(), Role.VIEWER, "fixed").text();
        SignedIn browser = new SignedIn(service.url());
        String chosen = "A".repeat(43);
        browser.cookies().put("hwhash", chosen);
        Reply entered = browser.signIn("fixed", password);
        assertThat(entered.status()).isEqualTo(303);
        String given = browser.cookies().get("hwhash");
        assertThat(given).isNotEqualTo(chosen);
        assertThat(entered.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("hwhash=") && cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax"))
                .noneMatch(cookie -> cookie.contains("Secure"));

        SignedIn attacker = new SignedIn(service.url());
        attacker.cookies().put("hwhash", chosen);
        assertThat(attacker.get("/password").status()).isEqualTo(303);

        SignedIn again = new SignedIn(service.url());
        again.get("/sign-in");
        again.cookies().put("hwhash", given);
        Reply second = again.post("/sign-in", "name", "fixed", "password", password);
        assertThat(second.status()).isEqualTo(303);
        assertThat(again.cookies().get("hwhash")).isNotEqualTo(given);
        assertThat(browser.get("/password").status())
                .as("what it held before is over")
                .isEqualTo(303);
    }

    @Test
    void nobodyIsSignedInByAFormOfAnother() {
        String password = People.account(service.data(), Role.VIEWER, "lured").text();
        SignedIn victim = new SignedIn(service.url());
        assertThat(victim.postWithoutToken("/sign-in", "name", "lured", "password", password)
                        .status())
                .as("no cookie of the page")
                .isEqualTo(403);
        SignedIn attacker = new SignedIn(service.url());
        attacker.get("/sign-in");
        victim.get("/sign-in");
        assertThat(victim.postWithoutToken("/sign-in", "name", "lured", "password", password, "csrf", attacker.csrf())
                        .status())
                .isEqualTo(403);
        assertThat(victim.postWith(
                                List.of("Sec-Fetch-Site", "cross-site"),
                                "/sign-in",
                                "name",
                                "lured",
                                "password",
                                password)
                        .status())
                .isEqualTo(403);
        assertThat(victim.cookies()).doesNotContainKey("hwhash");
        assertThat(victim.signIn("lured", password).status()).isEqualTo(303);
    }

    @Test
    void oneGoesOnWhereOneWasSentFrom() {
        String password = People.account(service.data(), Role.VIEWER, "next").text();
        SignedIn browser = new SignedIn(service.url());
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "name", "next", "password", password, "next", "/password?x=1")
                        .location())
                .isEqualTo("/password?x=1");
        SignedIn lured = new SignedIn(service.url());
        assertThat(lured.get("/sign-in?next=https%3A%2F%2Fevil.example").text()).doesNotContain("evil");
        assertThat(lured.post("/sign-in", "name", "next", "password", password, "next", "//evil.example")
                        .location())
                .isEqualTo("/");
    }

    @Test
    void wrongPasswordsAreLimited(@TempDir Path folder) {
        try (ServiceProcess other = ServiceProcess.start(folder.resolve("data"))) {
            SignedIn browser = new SignedIn(other.url());
            browser.get("/sign-in");
            Reply refused = browser.post("/sign-in", "name", "admin", "password", "wrong password");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text()).contains("role=\"alert\"").doesNotContain("wrong password");
            int tries = 1;
            while (refused.status() == 401 && tries < 100) {
                refused = browser.post("/sign-in", "name", "admin", "password", "wrong password");
                tries++;
            }
            assertThat(refused.status()).isEqualTo(429);
            assertThat(tries).isBetween(11, 30);
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void behindAProxyTheCookieIsSentByTlsAlone(@TempDir Path folder) {
        try (ServiceProcess other = ServiceProcess.start(folder.resolve("data"), "--behind-proxy", "127.0.0.0/8")) {
            Reply form = new SignedIn(other.url()).get("/sign-in");
            assertThat(form.header("Set-Cookie"))
                    .startsWith("__Host-hwhash-sign-in=")
                    .endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure");
            assertThat(form.header("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void aFormThatIsTooLargeOrNoFormIsRefused() {
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        assertThat(viewer.post("/password", "current", "x".repeat(70_000)).status())
                .isEqualTo(413);
        assertThat(viewer.post("/password", "current", "a", "current", "b").status())
                .isEqualTo(400);
        assertThat(viewer.get("/password").status()).isEqualTo(200);
    }

    @Test
    void htmxIsToldWhereToGo() {
        Reply sent = new SignedIn(service.url()).get("/password", "HX-Request", "true");
        assertThat(sent.status()).isEqualTo(401);
        assertThat(sent.header("HX-Redirect")).startsWith("/sign-in");
    }

    @Test
    void twoHashingsAtOnceFitASmallHeap(@TempDir Path folder) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try (ServiceProcess small = ServiceProcess.startWithHeap(folder.resolve("data"), "64m")) {
            List<Callable<Integer>> tries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String name = "nobody-" + i;
                tries.add(() ->
                        new SignedIn(small.url()).signIn(name, "some password").status());
            }
            for (Future<Integer> each : threads.invokeAll(tries, 60, TimeUnit.SECONDS)) {
                assertThat(each.get()).isIn(401, 503);
            }
            assertThat(new SignedIn(small.url())
                            .signIn("admin", SignedIn.password(small.data().resolve("first-password.txt")))
                            .status())
                    .isEqualTo(303);
            assertThat(small.log()).doesNotContain("OutOfMemoryError");
        } finally {
            threads.shutdownNow();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Account;
import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.SqlAccounts;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How accounts are looked after, by HTTP and by the command. */
class AccountsIT {

    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]*)<");
    private static final int ROUNDS = 5;

    @TempDir
    static Path shared;

    private static ServiceProcess service;
    private static SignedIn admin;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(shared.resolve("data"));
        admin = SignedIn.as(service, Role.ADMIN);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAccountIsMadeWithAPasswordThatIsShownOnce() {
        admin.get("/accounts");
        Reply made = admin.post("/accounts", "name", "Clara", "role", "approver");
        String password = secret(made);
        assertThat(made.status()).isEqualTo(200);
        assertThat(admin.get("/accounts").text()).contains("Clara").doesNotContain(password);
        assertThat(service.log()).doesNotContain(password);

        SignedIn clara = new SignedIn(service.url());
        assertThat(clara.signIn("clara", password).location()).isEqualTo("/");
        assertThat(clara.get("/accounts").location()).isEqualTo("/password");
        clara.get("/password");
        String own = "claras own password";
        clara.post("/password", "current", password, "password", own, "repeat", own);
        assertThat(clara.get("/accounts").status()).isEqualTo(403);
        assertThat(clara.get("/").location()).isEqualTo("/devices");

        assertThat(admin.post("/accounts", "name", "CLARA", "role", "viewer").status())
                .isEqualTo(422);
        assertThat(admin.post("/accounts", "name", "no name", "role", "viewer").status())
                .isEqualTo(422);
        assertThat(admin.post("/accounts", "name", "dora", "role", "owner").status())
                .isEqualTo(400);
    }

    @Test
    void aChangeOfAnAccountEndsItsSessions() {
        SignedIn emil = SignedIn.as(service, Role.APPROVER, "emil");
        long id = id("emil");
        admin.get("/accounts");
        assertThat(admin.post("/accounts/" + id + "/role", "role", "viewer").location())
                .isEqualTo("/accounts");
        assertThat(emil.get("/password").status()).isEqualTo(303);
        assertThat(account("emil").role()).isEqualTo(Role.VIEWER);

        String password = secret(admin.post("/accounts/" + id + "/password"));
        assertThat(emil.signIn("emil", password).status()).isEqualTo(303);
        assertThat(admin.post("/accounts/" + id + "/disable").status()).isEqualTo(303);
        assertThat(emil.get("/password").status()).isEqualTo(303);
        assertThat(emil.signIn("emil", password).status()).isEqualTo(401);
        assertThat(admin.post("/accounts/" + id + "/enable").status()).isEqualTo(303);
        assertThat(emil.signIn("emil", password).status()).isEqualTo(303);
        assertThat(admin.post("/accounts/9999/enable").status()).isEqualTo(404);
        assertThat(admin.post("/accounts/x/enable").status()).isEqualTo(404);
    }

    @Test
    void whatWasDoneIsReadOnThePagePartByPart() {
        admin.get("/accounts");
        for (int i = 0; i < 105; i++) {
            admin.post("/accounts/" + id("admin") + "/role", "role", i % 2 == 0 ? "viewer" : "admin");
        }
        Reply newest = admin.get("/audit");
        assertThat(newest.text()).contains("changed an account", "admin is admin");
        Matcher older = Pattern.compile("/audit\\?before=([0-9]+)").matcher(newest.text());
        assertThat(older.find()).isTrue();
        Reply before = admin.get(older.group());
        assertThat(before.text())
                .contains("made a token", "token 1 for enrolment")
                .contains("href=\"/audit\"");
        assertThat(admin.get("/audit?before=x").status()).isEqualTo(400);
    }

    /** Whoever comes second finds that he is no administrator any more, or the last one. */
    @Test
    void twoAdministratorsWhoLowerEachOtherAtOnceLeaveOne(@TempDir Path folder) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (ServiceProcess other = ServiceProcess.start(folder.resolve("data"))) {
            People.account(other.data(), Role.ADMIN, "one");
            disable(other.data(), "admin");
            for (int round = 0; round < ROUNDS; round++) {
                lowerEachOther(other, threads, round);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void lowerEachOther(ServiceProcess other, ExecutorService threads, int round) throws Exception {
        List<SignedIn> people = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (String name : List.of("left-" + round, "right-" + round)) {
            people.add(SignedIn.as(other, Role.ADMIN, name));
            ids.add(find(other.data(), name).id());
        }
        for (Account each : accounts(other.data())) {
            if (!ids.contains(each.id()) && each.role() == Role.ADMIN && !each.disabled()) {
                disable(other.data(), each.name().text());
            }
        }
        CyclicBarrier both = new CyclicBarrier(2);
        List<Callable<Integer>> tries =
                List.of(() -> lower(people.get(0), ids.get(1), both), () -> lower(people.get(1), ids.get(0), both));
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> each : threads.invokeAll(tries, 60, TimeUnit.SECONDS)) {
            statuses.add(each.get());
        }
        assertThat(statuses).containsOnlyOnce(303);
        assertThat(accounts(other.data()))
                .filteredOn(each -> each.role() == Role.ADMIN && !each.disabled())
                .hasSize(1);
    }

    private static int lower(SignedIn who, long whom, CyclicBarrier both) throws Exception {
        both.await(60, TimeUnit.SECONDS);
        Reply page = who.post("/accounts/" + whom + "/role", "role", "viewer");
        // 303 to the sign-in is what one gets whose session the other has ended.
        return page.status() == 303 && !page.location().equals("/accounts") ? 401 : page.status();
    }

    @Test
    void whileOthersWriteOneIsToldToTryAgain() throws SQLException {
        admin.get("/accounts");
        long known = id("admin");
        Path file = service.data().resolve("hwhash.db");
        try (Connection other = TestDatabase.connect(file);
                Statement statement = other.createStatement()) {
            statement.execute(TestDatabase.lockingOut(file));
            Reply page = admin.post("/accounts/" + known + "/enable");
            Reply busy = admin.post("/accounts", "name", "busy", "role", "viewer");
            statement.execute("ROLLBACK");
            assertThat(page.status()).isEqualTo(503);
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.text()).contains("Wait some seconds").contains("<h1>");
            assertThat(busy.header("Retry-After")).isNotEmpty();
        }
        // Who waited in vain has left no connection in the middle of his transaction.
        for (int i = 0; i < 10; i++) {
            assertThat(admin.post("/accounts/" + known + "/enable").status()).isEqualTo(303);
        }
        assertThat(admin.get("/accounts").text()).doesNotContain(">busy<");
    }

    @Test
    void aForgottenPasswordIsResetBesideTheService() throws Exception {
        SignedIn frida = SignedIn.as(service, Role.ADMIN, "frida");
        Path file = shared.resolve("frida.txt");
        ServiceProcess.Ended reset = ServiceProcess.run(
                "account", "reset", "--data", service.data().toString(), "FRIDA", "-o", file.toString());
        assertThat(reset.code()).isZero();
        assertThat(reset.out().strip()).isEqualTo(file.toString());
        String password = SignedIn.password(file);
        assertThat(reset.err()).doesNotContain(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(frida.get("/").location()).startsWith("/sign-in");
        assertThat(frida.signIn("frida", password).status()).isEqualTo(303);
        assertThat(frida.get("/").location()).isEqualTo("/password");
        assertThat(admin.get("/audit").text()).contains("command").contains("frida has another password");

        assertThat(ServiceProcess.run(
                                "account", "reset", "--data", service.data().toString(), "nobody", "-o", file + "2")
                        .code())
                .isEqualTo(10);
        assertThat(Path.of(file + "2")).doesNotExist();
        assertThat(ServiceProcess.run(
                                "account", "reset", "--data", service.data().toString(), "frida", "-o", file.toString())
                        .code())
                .as("never over a file")
                .isEqualTo(20);
        assertThat(SignedIn.password(file)).isEqualTo(password);
    }

    private static String secret(Reply page) {
        Matcher secret = SECRET.matcher(page.text());
        assertThat(secret.find()).as(page.text()).isTrue();
        return secret.group(1);
    }

    private static Account account(String name) {
        return find(service.data(), name);
    }

    private static long id(String name) {
        return account(name).id();
    }

    private static Account find(Path data, String name) {
        return accounts(data).stream()
                .filter(each -> each.name().key().equals(new AccountName(name).key()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Account> accounts(Path data) {
        try (Database database = Database.open(TestDatabase.at(data.resolve("hwhash.db")))) {
            return new SqlAccounts(database).all();
        }
    }

    private static void disable(Path data, String name) {
        long id = find(data, name).id();
        try (Database database = Database.open(TestDatabase.at(data.resolve("hwhash.db")))) {
            new SqlAccounts(database).disabled(id, true, Actor.SERVICE, Instant.now());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.store.ServerOnly;
import dev.hwhash.service.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one database, asked in turn as a load balancer would. */
@ServerOnly("a lock on its folder: there is one service")
class ReplicasIT {

    private static final String NEW = "correct horse battery";
    private static final int STARTS = 5;

    @TempDir
    static Path folder;

    private static Replicas replicas;

    @BeforeAll
    static void start() {
        replicas = Replicas.start(folder);
    }

    @AfterAll
    static void stop() {
        replicas.close();
    }

    private static Stream<Path> files(String name) {
        return Stream.of(replicas.one, replicas.two)
                .map(replica -> replica.data().resolve(name))
                .filter(Files::exists);
    }

    @Test
    void whoSignsInAtOneIsKnownAtTheOtherAndOutAtBoth() {
        String password =
                People.account(replicas.one.data(), Role.VIEWER, "both").text();
        SignedIn before = new SignedIn(replicas.one.url());
        before.get("/sign-in");

        SignedIn two = Replicas.at(replicas.two, before);
        Reply entered = two.postWithoutToken("/sign-in", "name", "both", "password", password, "csrf", before.csrf());
        assertThat(entered.status()).as("the form came from the other").isEqualTo(303);

        SignedIn one = Replicas.at(replicas.one, two);
        assertThat(one.get("/password").status()).isEqualTo(200);
        SignedIn again = Replicas.at(replicas.two, one);
        assertThat(again.postWithoutToken("/sign-out").status()).as("no token").isEqualTo(403);
        assertThat(again.postWithoutToken("/sign-out", "csrf", one.csrf()).location())
                .isEqualTo("/sign-in");
        assertThat(one.get("/password").location()).startsWith("/sign-in");
    }

    @Test
    void aTokenThatIsRevokedAtOneIsRefusedAtTheOther() throws Exception {
        String token = replicas.one.token("enrolment");
        byte[] body = Bodies.report("HWHASH-0042");
        UUID id = UUID.randomUUID();
        assertThat(replicas.two.put(id, body, token).status()).isEqualTo(201);
        assertThat(replicas.one.put(id, body, token).status()).as("it is there").isEqualTo(200);
        long number = replicas.number("SELECT max(id) FROM token");
        String admin = replicas.one.token("admin");
        assertThat(replicas.one
                        .send(replicas.one.request("DELETE", "/v1/tokens/" + number, new byte[0], admin))
                        .status())
                .isEqualTo(204);
        Replicas.await(
                "the token is refused", () -> replicas.two.put(id, body, token).status() == 401);
    }

    @Test
    void refusedTokensCountAtBoth() {
        long start = System.nanoTime();
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            ServiceProcess replica = i % 2 == 0 ? replicas.one : replicas.two;
            refused +=
                    replica.put(UUID.randomUUID(), new byte[0], "hwe_guess" + i).status() == 401 ? 1 : 0;
        }
        long most = 20 + (System.nanoTime() - start) / 3_000_000_000L + 1;
        System.out.println("refused tokens at two replicas: " + refused + " of 60 were answered, at most " + most);
        assertThat(refused).isGreaterThanOrEqualTo(20).isLessThanOrEqualTo((int) most);
        for (ServiceProcess replica : List.of(replicas.one, replicas.two)) {
            assertThat(replica.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"), replicas.one.token())
                            .status())
                    .as("a good token")
                    .isEqualTo(201);
        }
    }

    @Test
    void wrongPasswordsCountAtBoth() {
        People.account(replicas.one.data(), Role.VIEWER, "guessed");
        List<SignedIn> browsers = List.of(new SignedIn(replicas.one.url()), new SignedIn(replicas.two.url()));
        browsers.forEach(browser -> browser.get("/sign-in"));
        long start = System.nanoTime();
        int refused = 0;
        int tooMany = 0;
        for (int i = 0; i < 100 && tooMany < 4; i++) {
            int status = browsers.get(i % 2)
                    .post("/sign-in", "name", "guessed", "password", "wrong password")
                    .status();
            refused += status == 401 ? 1 : 0;
            tooMany = status == 429 ? tooMany + 1 : 0;
        }
        long most = 10 + (System.nanoTime() - start) / 10_000_000_000L + 2;
        System.out.println("wrong passwords at two replicas: " + refused + " were looked at, at most " + most);
        assertThat(tooMany).isEqualTo(4);
        assertThat(refused).isGreaterThanOrEqualTo(10).isLessThanOrEqualTo((int) most);
    }

    @Test
    void theFirstPasswordIsOneAndItsFileGoesWhereverItIsChanged() throws Exception {
        assertThat(files("enrolment.conf")).hasSize(1);
        List<Path> file = files("first-password.txt").toList();
        assertThat(file).hasSize(1);
        String password = SignedIn.password(file.get(0));
        boolean ofOne = file.get(0).startsWith(replicas.one.data());
        SignedIn other = new SignedIn((ofOne ? replicas.two : replicas.one).url());
        assertThat(other.signIn("admin", password).status()).isEqualTo(303);
        other.get("/password");
        assertThat(other.post("/password", "current", password, "password", NEW, "repeat", NEW)
                        .status())
                .isEqualTo(303);
        long millis = Replicas.await("the file goes", () -> !Files.exists(file.get(0)));
        System.out.println("the first password's file went after " + millis + " ms");
        assertThat(new SignedIn(replicas.one.url()).signIn("admin", NEW).status())
                .isEqualTo(303);
    }

    @Test
    void schedulesRunInOneAndMoveOverWhenItIsKilled(@TempDir Path other) throws Exception {
        try (Replicas pair = Replicas.start(other)) {
            Replicas.await("a turn", () -> hasTurn(pair.one) || hasTurn(pair.two));
            assertThat(hasTurn(pair.one) && hasTurn(pair.two)).isFalse();
            // The first sweep of who has the turn is over, and the next one is a day away.
            Thread.sleep(2_000);
            ServiceProcess holder = hasTurn(pair.one) ? pair.one : pair.two;
            ServiceProcess next = hasTurn(pair.one) ? pair.two : pair.one;
            assertThat(pair.one
                            .put(UUID.randomUUID(), Bodies.report("HWHASH-OLD"))
                            .status())
                    .isEqualTo(201);
            pair.execute("UPDATE device SET last_received_at = 1");
            pair.execute("INSERT INTO setting (name, value) VALUES ('retentionDays', '30')");
            assertThat(hasTurn(next)).isFalse();

            holder.kill();
            long millis = Replicas.await("the old device goes", () -> isEmpty(pair));
            System.out.println("a schedule moved over " + millis + " ms after kill -9");
            assertThat(hasTurn(next)).isTrue();
            Replicas.await("the sweep is told of", () -> next.log().contains("swept"));
            assertThat(holder.log()).doesNotContain("swept");
        }
    }

    private static boolean hasTurn(ServiceProcess replica) {
        return replica.log().contains("turn-taken");
    }

    private static boolean isEmpty(Replicas replicas) {
        try {
            return replicas.number("SELECT count(*) FROM device") == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoThatStartAtOnceOnAnEmptyDatabaseBothComeUp(@TempDir Path starts) {
        for (int i = 0; i < STARTS; i++) {
            String database = TestDatabase.empty("starts" + i);
            Path one = starts.resolve("one" + i);
            Path two = starts.resolve("two" + i);
            CompletableFuture<ServiceProcess> first =
                    CompletableFuture.supplyAsync(() -> ServiceProcess.startOn(database, one));
            try (ServiceProcess b = ServiceProcess.startOn(database, two);
                    ServiceProcess a = first.join()) {
                List<Path> tokens = Stream.of(one, two)
                        .map(data -> data.resolve("enrolment.conf"))
                        .filter(Files::exists)
                        .toList();
                assertThat(tokens).hasSize(1);
                assertThat(Stream.of(one, two)
                                .map(data -> data.resolve("first-password.txt"))
                                .filter(Files::exists))
                        .hasSize(1);
                String token = ServiceProcess.token(tokens.get(0));
                assertThat(a.put(UUID.randomUUID(), Bodies.report("HWHASH-A"), token)
                                .status())
                        .isEqualTo(201);
                assertThat(b.put(UUID.randomUUID(), Bodies.report("HWHASH-B"), token)
                                .status())
                        .isEqualTo(201);
            }
        }
        System.out.println("two replicas at once on an empty database: " + STARTS + " of " + STARTS + " came up");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.audit.AuditEntry;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlAccounts;
import dev.hwhash.service.store.SqlAudit;
import dev.hwhash.service.store.SqlSessions;
import dev.hwhash.service.store.TestDatabase;
import dev.hwhash.service.token.BucketStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Signing in and what follows, with the real tables and a clock that stands until it is moved. */
class SignInTest {

    private static final Password GOOD = new Password("the good password");
    private static final Password WRONG = new Password("a wrong password");
    private static final Actor ADMIN = new Actor("admin", "192.0.2.1");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-02-01T00:00:00Z"));
    private final Plain encoder = new Plain();
    private final PasswordHasher hasher = new PasswordHasher(encoder, 2, Duration.ofSeconds(10));
    private final List<AccountName> changed = new ArrayList<>();
    private Database database;
    private ReadOnlyDatabase reading;
    private SqlAccounts accounts;
    private SqlAudit audit;
    private Sessions sessions;
    private SignIn signIn;
    private OwnPassword own;
    private long anna;

    @BeforeEach
    void open() throws BusyException {
        database = Database.open(TestDatabase.at(folder.resolve("hwhash.db")));
        accounts = new SqlAccounts(database);
        audit = new SqlAudit(database, clock);
        reading = ReadOnlyDatabase.open(TestDatabase.at(folder.resolve("hwhash.db")));
        sessions = new Sessions(new SqlSessions(database, reading), clock);
        SignInLimits limits = new SignInLimits(clock::nanos, audit, BucketStore.NONE);
        signIn = new SignIn(
                accounts, hasher, sessions, limits, new RefusedSignIns(audit, clock::nanos, BucketStore.NONE));
        own = new OwnPassword(accounts, hasher, sessions, limits, changed::add, clock);
        anna = add("Anna", Role.ADMIN);
    }

    @AfterEach
    void close() {
        reading.close();
        database.close();
    }

    @Test
    void theCaseOfANameNeverCounts() throws Exception {
        assertThat(session(enter("aNNa", GOOD)).account().name().text()).isEqualTo("Anna");
        assertThat(accounts.add(new AccountName("ANNA"), Role.VIEWER, hasher.hash(GOOD), ADMIN, clock.instant()))
                .isEmpty();
    }

    @Test
    void allThatFailsIsToldAlikeAndCostsAHashing() throws Exception {
        long disabled = add("Bert", Role.VIEWER);
        accounts.disabled(disabled, true, ADMIN, clock.instant());
        for (String name : List.of("anna", "nobody", "bert")) {
            int before = encoder.hashings;
            assertThat(enter(name, name.equals("bert") ? GOOD : WRONG)).isEqualTo(new SignIn.Outcome.Refused());
            assertThat(encoder.hashings - before).as(name).isEqualTo(1);
        }
        assertThat(enter("no name", GOOD)).isEqualTo(new SignIn.Outcome.Refused());
    }

    @Test
    void refusedSignInsAreWrittenWithoutWhatIsNoName() throws Exception {
        enter("anna", WRONG);
        enter("my-secret-password", WRONG);
        assertThat(audit.page(Long.MAX_VALUE, 2))
                .extracting(
                        entry -> entry.actor() + "|" + entry.address() + "|" + entry.action() + "|" + entry.detail())
                .containsExactly(
                        "|192.0.2.7|sign-in-refused|no such account", "Anna|192.0.2.7|sign-in-refused|wrong password");
    }

    @Test
    void aFloodOfRefusalsIsCountedInsteadOfWritten() throws Exception {
        for (int i = 0; i < 300; i++) {
            signIn.enter("anna", WRONG, InetAddress.getByAddress(new byte[] {10, 0, 1, (byte) i}));
            signIn.enter("anna", WRONG, InetAddress.getByAddress(new byte[] {10, 0, 2, (byte) i}));
        }
        assertThat(refusals()).hasSize(100);
        clock.advance(Duration.ofMinutes(1));
        enter("nobody", WRONG);
        assertThat(refusals()).hasSize(101);
        assertThat(refusals().get(0).detail()).isEqualTo("no such account; 500 more before it are not written");
    }

    @Test
    void anAddressThatFailsTooOftenIsSlowed() throws Exception {
        IntStream.range(0, 20).forEach(i -> refuse("nobody-" + i, "192.0.2.7"));
        assertThat(enter("anna", GOOD)).isEqualTo(new SignIn.Outcome.TooMany());
        assertThat(signIn.enter("anna", GOOD, address("192.0.2.8"))).isInstanceOf(SignIn.Outcome.Entered.class);
        clock.advance(Duration.ofSeconds(3));
        assertThat(enter("anna", GOOD)).isInstanceOf(SignIn.Outcome.Entered.class);
    }

    @Test
    void aNameThatManyTryIsSlowedButNotForItsOwner() throws Exception {
        enter("anna", GOOD);
        for (int i = 0; i < 10; i++) {
            refuse("anna", "10.0.0." + i);
        }
        int before = encoder.hashings;
        assertThat(signIn.enter("anna", GOOD, address("10.0.1.1"))).isEqualTo(new SignIn.Outcome.TooMany());
        assertThat(encoder.hashings).isEqualTo(before);
        assertThat(enter("ANNA", GOOD)).as("from where she was before").isInstanceOf(SignIn.Outcome.Entered.class);
        clock.advance(Duration.ofSeconds(20));
        assertThat(signIn.enter("anna", GOOD, address("10.0.1.1"))).isInstanceOf(SignIn.Outcome.Entered.class);
    }

    @Test
    void goodSignInsAreNeverTooMany() throws Exception {
        for (int i = 0; i < 50; i++) {
            assertThat(signIn.enter("anna", GOOD, address("10.0.0.1"))).isInstanceOf(SignIn.Outcome.Entered.class);
        }
    }

    @Test
    void aPasswordOfOldParametersIsHashedAnew() throws Exception {
        encoder.version = 2;
        assertThat(enter("anna", GOOD)).isInstanceOf(SignIn.Outcome.Entered.class);
        assertThat(accounts.find(anna).orElseThrow().password().encoded()).startsWith("2:");
    }

    @Test
    void aSessionEndsWhenNothingIsAskedForAnHour() throws Exception {
        SessionSecret secret = secret(enter("anna", GOOD));
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMinutes(59));
            assertThat(sessions.find(secret)).isPresent();
        }
        clock.advance(Duration.ofMinutes(60));
        assertThat(sessions.find(secret)).isEmpty();
    }

    @Test
    void whatAPageAsksByItselfKeepsNoSessionAlive() throws Exception {
        SessionSecret secret = secret(enter("anna", GOOD));
        for (int i = 0; i < 59; i++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(sessions.lasts(secret)).isTrue();
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(sessions.lasts(secret)).isFalse();
        assertThat(sessions.lasts(sessions.secret())).isFalse();
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverIsAskedFor() throws Exception {
        SessionSecret secret = secret(enter("anna", GOOD));
        for (int i = 0; i < 23; i++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(sessions.find(secret)).isPresent();
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(sessions.find(secret)).isEmpty();
        enter("anna", GOOD);
        assertThat(count("session")).as("the one that is over is swept").isEqualTo(1);
    }

    @Test
    void whoIsThereIsWrittenAtMostOnceAMinute() throws Exception {
        SessionSecret secret = secret(enter("anna", GOOD));
        clock.advance(Duration.ofSeconds(59));
        sessions.find(secret);
        assertThat(sessions.find(secret).orElseThrow().seenAt())
                .isEqualTo(clock.instant().minusSeconds(59));
        clock.advance(Duration.ofSeconds(1));
        sessions.find(secret);
        assertThat(sessions.find(secret).orElseThrow().seenAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatTakesSomethingFromAnAccountEndsItsSessions() throws Exception {
        long bert = add("Bert", Role.APPROVER);
        SessionSecret annas = secret(enter("anna", GOOD));
        SessionSecret first = secret(enter("bert", GOOD));
        accounts.role(bert, Role.VIEWER, ADMIN, clock.instant());
        assertThat(sessions.find(first)).isEmpty();
        SessionSecret second = secret(enter("bert", GOOD));
        accounts.disabled(bert, true, ADMIN, clock.instant());
        accounts.disabled(bert, false, ADMIN, clock.instant());
        assertThat(sessions.find(second)).isEmpty();
        SessionSecret third = secret(enter("bert", GOOD));
        accounts.reset(bert, hasher.hash(new Password("made up for him")), ADMIN, clock.instant());
        assertThat(sessions.find(third)).isEmpty();
        assertThat(sessions.find(annas)).isPresent();
    }

    @Test
    void noSessionBeginsByAPasswordThatWasChangedMeanwhile() {
        AccountStore.Known known = accounts.find(anna).orElseThrow();
        accounts.reset(anna, new PasswordHash("another"), ADMIN, clock.instant());
        assertThat(sessions.begin(known.account(), known.password(), ADMIN)).isEmpty();
    }

    @Test
    void aChangedPasswordEndsAllSessionsAndBeginsANewOne() throws Exception {
        SessionSecret before = secret(enter("anna", GOOD));
        Password next = new Password("quite another one");
        OwnPassword.Outcome outcome = own.change(anna, new OwnPassword.Wish(GOOD, next, next), address("192.0.2.7"));
        SessionSecret after = ((OwnPassword.Outcome.Changed) outcome).secret().orElseThrow();
        assertThat(sessions.find(before)).isEmpty();
        assertThat(sessions.find(after).orElseThrow().account().mustChange()).isFalse();
        assertThat(enter("anna", GOOD)).isEqualTo(new SignIn.Outcome.Refused());
        assertThat(enter("anna", next)).isInstanceOf(SignIn.Outcome.Entered.class);
        assertThat(changed).containsExactly(new AccountName("Anna"));
    }

    @Test
    void aPasswordIsNotChangedWithoutTheOneSoFar() throws Exception {
        Password next = new Password("quite another one");
        InetAddress thief = address("10.0.0.9");
        OwnPassword.Wish guess = new OwnPassword.Wish(WRONG, next, next);
        for (int i = 0; i < 10; i++) {
            assertThat(own.change(anna, guess, thief))
                    .isEqualTo(new OwnPassword.Outcome.Refused(PasswordFault.WRONG_CURRENT));
        }
        assertThat(own.change(anna, guess, thief)).isEqualTo(new OwnPassword.Outcome.TooMany());
        assertThat(own.change(anna, new OwnPassword.Wish(GOOD, next, WRONG), thief))
                .isEqualTo(new OwnPassword.Outcome.Refused(PasswordFault.NOT_REPEATED));
        assertThat(accounts.find(anna).orElseThrow().account().mustChange()).isTrue();
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        assertThat(accounts.role(anna, Role.APPROVER, ADMIN, clock.instant())).isEqualTo(AccountChange.LAST_ADMIN);
        assertThat(accounts.disabled(anna, true, ADMIN, clock.instant())).isEqualTo(AccountChange.LAST_ADMIN);
        long bert = add("Bert", Role.ADMIN);
        accounts.disabled(bert, true, ADMIN, clock.instant());
        assertThat(accounts.role(anna, Role.VIEWER, ADMIN, clock.instant()))
                .as("the other one is disabled")
                .isEqualTo(AccountChange.LAST_ADMIN);
        assertThat(accounts.role(99, Role.VIEWER, ADMIN, clock.instant())).isEqualTo(AccountChange.UNKNOWN);
        accounts.disabled(bert, false, ADMIN, clock.instant());
        assertThat(accounts.role(anna, Role.VIEWER, ADMIN, clock.instant())).isEqualTo(AccountChange.DONE);
    }

    @Test
    void aBusyServiceCountsNoFailure() throws Exception {
        SignInLimits limits = new SignInLimits(clock::nanos, audit, BucketStore.NONE);
        PasswordHasher none = new PasswordHasher(encoder, 0, Duration.ZERO);
        SignIn busy =
                new SignIn(accounts, none, sessions, limits, new RefusedSignIns(audit, clock::nanos, BucketStore.NONE));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> busy.enter("anna", GOOD, address("192.0.2.7")))
                    .isInstanceOf(BusyException.class);
        }
        assertThat(refusals()).isEmpty();
        assertThat(limits.allows(new AccountName("anna"), address("192.0.2.7"))).isTrue();
    }

    private long add(String name, Role role) throws BusyException {
        return accounts.add(new AccountName(name), role, hasher.hash(GOOD), ADMIN, clock.instant())
                .orElseThrow()
                .id();
    }

    private SignIn.Outcome enter(String name, Password password) throws Exception {
        return signIn.enter(name, password, address("192.0.2.7"));
    }

    private void refuse(String name, String from) {
        try {
            assertThat(signIn.enter(name, WRONG, address(from))).isEqualTo(new SignIn.Outcome.Refused());
        } catch (BusyException | UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static SessionSecret secret(SignIn.Outcome outcome) {
        return ((SignIn.Outcome.Entered) outcome).secret();
    }

    private Session session(SignIn.Outcome outcome) {
        return sessions.find(secret(outcome)).orElseThrow();
    }

    private List<AuditEntry> refusals() {
        return audit.page(Long.MAX_VALUE, 10_000).stream()
                .filter(entry -> entry.action() == AuditAction.SIGN_IN_REFUSED)
                .toList();
    }

    private long count(String table) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                        .mapTo(Long.class)
                        .one());
    }

    /** Keeps passwords as they are; counts how often it is asked. */
    private static final class Plain implements PasswordEncoder {

        private int hashings;
        private int version = 1;

        @Override
        public String encode(@Nullable CharSequence password) {
            hashings++;
            return version + ":" + password;
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            hashings++;
            return password != null && hash != null && hash.substring(2).contentEquals(password);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return hash == null || !hash.startsWith(version + ":");
        }
    }
}

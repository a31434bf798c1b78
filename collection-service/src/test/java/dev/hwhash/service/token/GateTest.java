// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.audit.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private final Map<TokenHash, Token> tokens = new HashMap<>();
    private final Gate gate = new Gate(new InMemory(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aTokenOpensWhatItsKindIsFor() {
        TokenSecret secret = add(Optional.empty(), Optional.empty());
        assertThat(look("Bearer " + secret.text())).isInstanceOf(Access.Allowed.class);
        assertThat(look("bearer  " + secret.text())).isInstanceOf(Access.Allowed.class);
        assertThat(gate.look(Optional.of("Bearer " + secret.text()), TokenKind.ADMIN))
                .isInstanceOf(Access.WrongKind.class);
    }

    @Test
    void whatIsMissingUnknownExpiredOrRevokedIsRefusedAlike() {
        TokenSecret expired = add(Optional.of(NOW), Optional.empty());
        TokenSecret revoked = add(Optional.empty(), Optional.of(NOW.minusSeconds(1)));
        for (String header : List.of(
                "Bearer " + expired.text(),
                "Bearer " + revoked.text(),
                "Bearer hwe_unknown",
                "Basic " + revoked.text(),
                "Bearer",
                "")) {
            assertThat(look(header)).isEqualTo(new Access.Refused());
        }
        assertThat(gate.look(Optional.empty(), TokenKind.ENROLMENT)).isEqualTo(new Access.Refused());
    }

    @Test
    void aTokenShowsItsKindAndNothingElse() {
        TokenSecret secret = TokenSecret.random(TokenKind.EXPORT, new SecureRandom());
        assertThat(secret.text()).matches("hwx_[A-Za-z0-9_-]{43}");
        assertThat(secret + " " + secret.hash()).doesNotContain(secret.text().substring(4));
        assertThat(TokenHash.stored(secret.hash().bytes())).isEqualTo(secret.hash());
    }

    @Test
    void failuresAreLimitedByAddressAndForgiven() throws UnknownHostException {
        AtomicLong nanos = new AtomicLong();
        FailureLimit limit = new FailureLimit("token", nanos::get, BucketStore.NONE);
        assertThat(failuresUntilRefused(limit, "2001:db8::1")).isEqualTo(20);
        assertThat(limit.allows(InetAddress.getByName("2001:db8::2:0:0:9")))
                .as("the same /64")
                .isFalse();
        assertThat(limit.allows(InetAddress.getByName("2001:db8:0:1::1")))
                .as("another /64")
                .isTrue();
        assertThat(limit.allows(InetAddress.getByName("192.0.2.1"))).isTrue();
        nanos.addAndGet(3_000_000_000L);
        assertThat(failuresUntilRefused(limit, "2001:db8::1")).isEqualTo(1);
        nanos.addAndGet(3_600_000_000_000L);
        assertThat(failuresUntilRefused(limit, "2001:db8::1")).isEqualTo(20);
    }

    private static int failuresUntilRefused(FailureLimit limit, String address) throws UnknownHostException {
        int failures = 0;
        while (failures < 100 && limit.allows(InetAddress.getByName(address))) {
            failures++;
        }
        return failures;
    }

    private Access look(String header) {
        return gate.look(Optional.of(header), TokenKind.ENROLMENT);
    }

    private TokenSecret add(Optional<Instant> expires, Optional<Instant> revoked) {
        TokenSecret secret = TokenSecret.random(TokenKind.ENROLMENT, new SecureRandom());
        tokens.put(
                secret.hash(),
                new Token(1, secret.hash(), TokenKind.ENROLMENT, "", NOW, expires, OptionalLong.empty(), 0, revoked));
        return secret;
    }

    private final class InMemory implements TokenStore {

        @Override
        public Optional<Token> find(TokenHash hash) {
            return Optional.ofNullable(tokens.get(hash));
        }

        @Override
        public List<Token> all() {
            return List.copyOf(tokens.values());
        }

        @Override
        public long add(NewToken token, TokenHash hash, Actor actor, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean revoke(long id, Actor actor, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}

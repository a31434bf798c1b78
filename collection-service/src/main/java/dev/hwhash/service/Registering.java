// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.registration.Inventory;
import dev.hwhash.registration.Registrar;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.graph.IntuneInventory;
import dev.hwhash.registration.graph.IntuneOptions;
import dev.hwhash.registration.graph.IntuneRegistrar;
import dev.hwhash.registration.http.BareClient;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.FailureReading;
import dev.hwhash.registration.partner.CustomerId;
import dev.hwhash.registration.partner.PartnerCenterInventory;
import dev.hwhash.registration.partner.PartnerCenterRegistrar;
import dev.hwhash.registration.retry.Pace;
import dev.hwhash.registration.retry.RetryPolicy;
import dev.hwhash.registration.signin.MsalTokens;
import dev.hwhash.registration.signin.TokenStore;
import dev.hwhash.service.background.Turn;
import dev.hwhash.service.registration.Reconciliation;
import dev.hwhash.service.registration.RegistrationDesk;
import dev.hwhash.service.registration.RegistrationLoop;
import dev.hwhash.service.store.Database;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlRegistrationQueue;
import dev.hwhash.service.store.SqlRegistrations;
import dev.hwhash.service.store.SqlStockRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The parts of the service by which approved devices are registered. */
final class Registering implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** An existing device gets the tag and the user that an approver has confirmed. */
    private static final IntuneOptions UPDATE = new IntuneOptions(IntuneOptions.Existing.UPDATE, Optional.empty());

    /** The loop comes back by itself, and shows meanwhile what is the matter. */
    private static final RetryPolicy FEW_TRIES = RetryPolicy.DEFAULT.withAttempts(3);

    private final Connection connection;
    private final RegistrationLoop loop;
    private final Reconciliation reconciliation;
    private final RegistrationDesk desk;

    Registering(RegistrationSettings settings, Database database, ReadOnlyDatabase reading, Clock clock, Turn turn) {
        connection = new Connection(BareClient.builder(SILENCE).build(), FailureReading.PLAIN, Version.userAgent());
        AccessTokens tokens = MsalTokens.of(settings.signIn(), settings.endpoints(), connection, TokenStore.NONE);
        Target target = target(settings, tokens);
        loop = new RegistrationLoop(
                new SqlRegistrationQueue(database, reading, clock), target.registrar(), clock, Pace.SYSTEM, turn);
        reconciliation = new Reconciliation(
                new SqlStockRecords(database, reading, clock), target.inventory(), clock, Pace.SYSTEM);
        desk = new RegistrationDesk(
                settings.target().toString(), new SqlRegistrations(database, reading, clock), loop, reconciliation);
        loop.start();
        reconciliation.start(turn);
    }

    private record Target(Registrar registrar, Inventory inventory) {}

    private Target target(RegistrationSettings settings, AccessTokens tokens) {
        return switch (settings.target()) {
            case INTUNE -> {
                Calls calls = calls(tokens, Resource.GRAPH);
                yield new Target(
                        new IntuneRegistrar(calls, UPDATE, Pace.SYSTEM), new IntuneInventory(calls, Pace.SYSTEM));
            }
            case PARTNER_CENTER -> {
                Calls calls = calls(tokens, Resource.PARTNER_CENTER);
                CustomerId customer = settings.customer().orElseThrow();
                yield new Target(
                        new PartnerCenterRegistrar(calls, customer, tokens.ofUser()),
                        new PartnerCenterInventory(calls, customer));
            }
        };
    }

    private Calls calls(AccessTokens tokens, Resource resource) {
        return new Calls(connection, tokens, resource, FEW_TRIES, Pace.SYSTEM);
    }

    RegistrationDesk desk() {
        return desk;
    }

    /** What is under way is broken off, and looked for at the next start. */
    @Override
    public void close() {
        loop.close();
        reconciliation.close();
        connection.close();
    }
}

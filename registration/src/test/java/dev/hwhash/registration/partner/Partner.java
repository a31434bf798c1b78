// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Registrar.Depth;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.registration.credential.AccessToken;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.fake.FakeTime;
import dev.hwhash.registration.http.BareClient;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.http.Connection;
import dev.hwhash.registration.http.FailureReading;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A partner at work: its registrar, its ledger and its devices, in a time that passes at once. */
final class Partner implements AutoCloseable {

    static final CustomerId CUSTOMER =
            CustomerId.of("11111111-2222-4333-8444-555555555555").orElseThrow();

    final MemoryLedger ledger = new MemoryLedger();
    private final FakeTime time;
    private final Connection connection =
            new Connection(BareClient.builder(Duration.ofSeconds(10)).build(), FailureReading.PLAIN, "test");
    private final Endpoint endpoint;
    private final Supplier<String> token;
    private final boolean ofUser;
    private final List<Entry> entries = new ArrayList<>();
    private CustomerId customer = CUSTOMER;
    private Duration patience = Duration.ofMinutes(30);

    Partner(Endpoint endpoint, FakeTime time, Supplier<String> token, boolean ofUser) {
        this.endpoint = endpoint;
        this.time = time;
        this.token = token;
        this.ofUser = ofUser;
    }

    Partner of(CustomerId other) {
        customer = other;
        return this;
    }

    Partner patientFor(Duration most) {
        patience = most;
        return this;
    }

    /** Adds a device with a hash, and returns its id. */
    UUID device(String serial, String batch) {
        return device(TestDevices.device(serial).with(Field.GROUP_TAG, batch));
    }

    UUID device(DeviceRecord device) {
        Entry entry = new Entry(UUID.randomUUID(), device);
        entries.add(entry);
        return entry.id();
    }

    /** Runs once, as a new process would, with what the ledger knows. */
    List<Unsettled> run(Depth depth) throws LedgerException {
        Calls calls =
                new Calls(connection, new OneToken(), AccessTokens.Resource.PARTNER_CENTER, RetryPolicy.DEFAULT, time);
        List<Entry> open = entries.stream()
                .filter(entry -> !ledger.fates().containsKey(entry.id()))
                .toList();
        return new PartnerCenterRegistrar(calls, customer, ofUser)
                .register(open, ledger.unfinished(), ledger, depth, new Deadline(patience, time));
    }

    @Override
    public void close() {
        connection.close();
    }

    private final class OneToken implements AccessTokens {

        private Optional<AccessToken> kept = Optional.empty();

        @Override
        public Endpoint endpoint(Resource resource) {
            return endpoint;
        }

        @Override
        public synchronized AccessToken token(Resource resource, Duration deadline) {
            if (kept.isEmpty()) {
                kept = Optional.of(new AccessToken(endpoint.origin(), token.get()));
            }
            return kept.get();
        }

        @Override
        public synchronized AccessToken renewed(Resource resource, AccessToken refused, Duration deadline) {
            kept = Optional.empty();
            return token(resource, deadline);
        }

        @Override
        public boolean ofUser() {
            return ofUser;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.FaultCount;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.graph.ImportRecord;
import dev.hwhash.registration.fake.graph.RegisteredDevice;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service killed while it registers: each approved device is registered once, and none is lost. */
class RegistrationCrashIT {

    private static final int KILLS = FaultCount.of(4, 100);
    private static final int DEVICES = 3;
    private static final Delays SLOW =
            new Delays(Duration.ZERO, Duration.ofMillis(400), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private volatile Optional<ServiceProcess> victim = Optional.empty();
    private final AtomicInteger requestsToLive = new AtomicInteger(Integer.MAX_VALUE);

    /** Kills in the middle of a request: before it is done, or after that and before its answer. */
    private Fault met(Call call) {
        if (requestsToLive.decrementAndGet() == 0) {
            victim.ifPresent(ServiceProcess::kill);
            return random.nextBoolean() ? Fault.RESET_BEFORE : Fault.RESET_AFTER;
        }
        return Fault.NONE;
    }

    private static long registered(Registrable registrable) {
        return registrable.count(
                "SELECT count(*) FROM registration WHERE state IN ('registered', 'already-registered')");
    }

    @Test
    void eachApprovedDeviceIsRegisteredOnceWhereverTheServiceIsKilled() {
        Registrable registrable = new Registrable(folder);
        List<String> serials = new ArrayList<>();
        int inRequest = 0;
        try (FakeMicrosoft fake =
                FakeMicrosoft.start(Behaviour.DEFAULT.delays(SLOW).faults(this::met))) {
            for (int kill = 0; kill < KILLS; kill++) {
                ServiceProcess service = registrable.start(fake);
                victim = Optional.of(service);
                for (int i = 0; i < DEVICES; i++) {
                    serials.add("SN-" + (serials.size() + 1));
                    Registrable.report(service, serials.get(serials.size() - 1));
                }
                requestsToLive.set(1 + random.nextInt(8));
                for (int i = 0; i < DEVICES; i++) {
                    registrable.approve(serials.size() - i, "");
                }
                RegistrationIT.await(
                        "the kill, seed " + seed,
                        () -> !service.isAlive() || registered(registrable) == serials.size());
                inRequest += service.isAlive() ? 0 : 1;
                service.close();
                requestsToLive.set(Integer.MAX_VALUE);
            }
            try (ServiceProcess service = registrable.start(fake)) {
                RegistrationIT.await("all registered, seed " + seed, () -> registered(registrable) == serials.size());
                assertThat(service.isAlive()).isTrue();
            }
            assertThat(fake.intune().devices())
                    .as("seed " + seed)
                    .extracting(RegisteredDevice::serialNumber)
                    .containsExactlyInAnyOrderElementsOf(serials);
            assertThat(fake.intune().imports())
                    .as("nothing is posted twice, seed " + seed)
                    .extracting(ImportRecord::serialNumber)
                    .containsExactlyInAnyOrderElementsOf(serials);
            assertThat(registrable.count("SELECT count(*) FROM shipment")).isZero();
            assertThat(fake.violations()).isEmpty();
        }
        System.out.println("registration: " + KILLS + " kills, " + inRequest + " of them within a request, "
                + serials.size() + " approved devices, each registered once; seed " + seed);
    }
}

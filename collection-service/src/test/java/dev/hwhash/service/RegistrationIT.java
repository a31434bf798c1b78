// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.graph.ImportRecord;
import dev.hwhash.registration.fake.graph.RegisteredDevice;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.service.account.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approved devices registered with Intune by the service as a process, and what its pages say of it. */
class RegistrationIT {

    /** An import whose answer was lost is looked for during a minute before it is sent again. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final AtomicBoolean busy = new AtomicBoolean();
    private Registrable registrable;
    private FakeMicrosoft fake;
    private ServiceProcess service;

    @BeforeEach
    void start() {
        registrable = new Registrable(folder);
        fake = FakeMicrosoft.start(Behaviour.DEFAULT.faults(call -> busy.get() ? Fault.THROTTLED_SECONDS : Fault.NONE));
        service = registrable.start(fake);
    }

    @AfterEach
    void stop() {
        service.close();
        assertThat(fake.violations()).isEmpty();
        fake.close();
    }

    static void await(String what, BooleanSupplier done) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static void awaitPage(SignedIn browser, String path, String text) {
        await(text + " at " + path, () -> browser.get(path).text().contains(text));
    }

    @Test
    void anApprovedDeviceIsRegisteredAndItsPageSaysSo() {
        Registrable.report(service, "SN-1");
        Registrable.report(service, "SN-2");
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        assertThat(viewer.get("/devices/1").text()).doesNotContain("Registration with Intune");

        registrable.approve(1, "Sales");

        awaitPage(viewer, "/devices/1", "badge-registered");
        RegisteredDevice device = fake.intune().devices().get(0);
        assertThat(viewer.get("/devices/1").text()).contains("Registration with Intune", device.id());
        assertThat(device.serialNumber()).isEqualTo("SN-1");
        assertThat(device.properties().groupTag()).isEqualTo("Sales");
        assertThat(fake.intune().devices()).hasSize(1);
        assertThat(viewer.get("/devices/2").text()).doesNotContain("Registration with Intune");
        SignedIn admin = SignedIn.as(service, Role.ADMIN);
        assertThat(admin.get("/audit").text()).contains("device 1, report ");
        assertThat(admin.get("/settings").text()).contains("Registration with Intune", "Last registered");
    }

    @Test
    void aRefusalIsShownInWordsAndCanBeOrderedAgainByAnApproverAlone() {
        Registrable.report(service, "E808-1");
        registrable.approve(1, "");
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        awaitPage(viewer, "/devices/1", "badge-refused");
        assertThat(viewer.get("/devices/1").text())
                .contains("808 ZtdDeviceAssignedToOtherTenant")
                .contains("another tenant")
                .doesNotContain("Register again");
        assertThat(viewer.post("/devices/1/register").status()).isEqualTo(403);
        SignedIn approver = SignedIn.as(service, Role.APPROVER);
        assertThat(approver.get("/devices/1").text()).contains("Register again");

        assertThat(approver.post("/devices/1/register").status()).isEqualTo(303);

        await("two imports", () -> fake.intune().imports().size() == 2);
        assertThat(fake.intune().imports()).extracting(ImportRecord::importId).doesNotHaveDuplicates();
        awaitPage(viewer, "/devices/1", "badge-refused");
    }

    @Test
    void aTargetThatTakesNothingIsToldOfAndTheDeviceIsRegisteredLater() {
        busy.set(true);
        Registrable.report(service, "SN-1");
        registrable.approve(1, "");
        SignedIn admin = SignedIn.as(service, Role.ADMIN);
        awaitPage(admin, "/devices/1", "Nothing gets through since");
        assertThat(admin.get("/settings").text()).contains("Nothing gets through since");
        assertThat(service.log()).contains("registration-waits");

        busy.set(false);
        assertThat(admin.post("/registration/check").status()).isEqualTo(303);

        awaitPage(admin, "/devices/1", "badge-registered");
        assertThat(admin.get("/devices/1").text()).doesNotContain("Nothing gets through");
    }

    @Test
    void aSecretThatDoesNotCountIsToldOfAndStandsNowhere() {
        fake.directory().expireSecret();
        // Some token was given out when the service compared at its start.
        fake.directory().expireAccessTokens();
        Registrable.report(service, "SN-1");
        registrable.approve(1, "");
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        awaitPage(viewer, "/devices/1", "has expired");
        assertThat(viewer.get("/devices/1").text() + service.log()).doesNotContain("fake-secret");
    }

    @Test
    void whatWasDeletedBehindItsBackIsMarkedAndComesBack() {
        Registrable.report(service, "SN-1");
        Registrable.report(service, "SN-2");
        registrable.approve(1, "");
        registrable.approve(2, "");
        SignedIn admin = SignedIn.as(service, Role.ADMIN);
        awaitPage(admin, "/devices/1", "badge-registered");
        awaitPage(admin, "/devices/2", "badge-registered");
        registrable.age();
        fake.intune()
                .remove(fake.intune().devices().stream()
                        .filter(device -> device.serialNumber().equals("SN-1"))
                        .findFirst()
                        .orElseThrow()
                        .id());

        assertThat(admin.post("/registration/check").status()).isEqualTo(303);

        awaitPage(admin, "/devices/1", "badge-missing");
        assertThat(admin.get("/devices/2").text()).contains("badge-registered");
        assertThat(admin.get("/audit").text()).contains("found devices deleted that were registered", "1 device");
        admin.get("/devices/1");
        assertThat(admin.post("/devices/1/register").status()).isEqualTo(303);
        awaitPage(admin, "/devices/1", "badge-registered");
        assertThat(fake.intune().devices()).hasSize(2);
    }

    @Test
    void anotherTagOfAnApproverReachesTheRegisteredDevice() {
        Registrable.report(service, "SN-1");
        registrable.approve(1, "Sales");
        await("registered", () -> fake.intune().devices().size() == 1);
        registrable.approve(1, "Lab");
        await(
                "the other tag",
                () -> fake.intune().devices().get(0).properties().groupTag().equals("Lab"));
        assertThat(fake.intune().devices()).hasSize(1);
    }

    @Test
    void whatWasApprovedBeforeIsRegisteredOnceTheServiceRegisters() {
        service.close();
        service = ServiceProcess.start(registrable.data());
        Registrable.report(service, "SN-1");
        registrable.approve(1, "");
        SignedIn approver = SignedIn.as(service, Role.APPROVER);
        assertThat(approver.get("/devices/1").text()).doesNotContain("Registration with");
        assertThat(approver.post("/devices/1/register").text()).contains("--register-with");
        service.close();

        service = registrable.start(fake);

        await("registered", () -> fake.intune().devices().size() == 1);
    }
}

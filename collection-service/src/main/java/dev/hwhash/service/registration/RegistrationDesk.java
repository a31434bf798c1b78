// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.registration.Registrations.Again;
import java.util.Optional;

/** All that people see of registering, and what they may ask for. Thread-safe. */
public final class RegistrationDesk {

    private final String target;
    private final Registrations registrations;
    private final RegistrationLoop loop;
    private final Reconciliation reconciliation;

    /**
     * Makes one.
     *
     * @param target the target's name, such as {@code intune}
     * @param registrations what became of devices
     * @param loop who registers
     * @param reconciliation who compares
     */
    public RegistrationDesk(
            String target, Registrations registrations, RegistrationLoop loop, Reconciliation reconciliation) {
        this.target = target;
        this.registrations = registrations;
        this.loop = loop;
        this.reconciliation = reconciliation;
    }

    /**
     * Returns the target.
     *
     * @return its name in options and texts
     */
    public String target() {
        return target;
    }

    /**
     * Shows how a device stands.
     *
     * @param device its number
     * @return as {@link Registrations#view}
     */
    public Optional<RegistrationView> view(long device) {
        return registrations.view(device);
    }

    /**
     * Returns why nothing gets through now.
     *
     * @return empty where it does
     */
    public Optional<Trouble> trouble() {
        return loop.trouble();
    }

    /**
     * Orders a device once more, and has it sent soon.
     *
     * @param device its number
     * @param actor who asks
     * @return what became of it
     */
    public Again orderAgain(long device, Actor actor) {
        Again again = registrations.orderAgain(device, actor);
        if (again == Again.QUEUED) {
            loop.wake();
        }
        return again;
    }

    /** Has all be compared with the target now, and what waits because of a trouble be tried. */
    public void checkNow() {
        loop.wake();
        reconciliation.checkNow();
    }

    /**
     * Returns how it goes.
     *
     * @return all devices together
     */
    public RegistrationStatus status() {
        return new RegistrationStatus(
                target,
                registrations.counts(),
                registrations.lastRegistered(),
                loop.trouble(),
                reconciliation.checkedAt(),
                reconciliation.trouble());
    }
}

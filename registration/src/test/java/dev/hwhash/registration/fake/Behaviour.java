// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.web.Faults;
import dev.hwhash.registration.fake.web.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * How the fakes behave. Immutable; begin with {@link #DEFAULT}.
 *
 * @param wire how requests and answers travel
 * @param clock by which delays, limits and tokens are measured; give the same {@link FakeTime} to the client's pace
 * @param delays how long Intune takes
 * @param pageSize most items of a page of Graph's
 * @param limits whether the published limits of Graph hold
 * @param tokenLifetime of access tokens
 * @param switches what is off by default
 */
public record Behaviour(
        Wire wire,
        InstantSource clock,
        Delays delays,
        int pageSize,
        boolean limits,
        Duration tokenLifetime,
        Switches switches) {

    /** No faults, no delays, no limits, pages of 100, tokens for an hour. */
    public static final Behaviour DEFAULT = new Behaviour(
            new Wire(Duration.ZERO, Faults.none(), false, false),
            InstantSource.system(),
            Delays.NONE,
            100,
            false,
            Duration.ofSeconds(3599),
            Switches.OFF);

    /**
     * What is off by default.
     *
     * @param foreignNextLink Graph's {@code @odata.nextLink} leads to another origin, which takes note of who comes
     * @param filterIgnored Graph takes filters and does not apply them
     * @param lateRegistrationId Graph tells {@code complete} once without the registered device's id
     * @param existingBatchIs400 Partner Center answers 400 instead of 409 to the name of a batch that is there
     * @param corporateFilterRefused Graph answers 400 to filters on corporate identifiers
     */
    public record Switches(
            boolean foreignNextLink,
            boolean filterIgnored,
            boolean lateRegistrationId,
            boolean existingBatchIs400,
            boolean corporateFilterRefused) {

        /** All off. */
        public static final Switches OFF = new Switches(false, false, false, false, false);

        /**
         * Makes switches without the last.
         *
         * @param foreignNextLink as above
         * @param filterIgnored as above
         * @param lateRegistrationId as above
         * @param existingBatchIs400 as above
         */
        public Switches(
                boolean foreignNextLink,
                boolean filterIgnored,
                boolean lateRegistrationId,
                boolean existingBatchIs400) {
            this(foreignNextLink, filterIgnored, lateRegistrationId, existingBatchIs400, false);
        }
    }

    /**
     * Lets something go wrong.
     *
     * @param faults what
     * @return new behaviour
     */
    public Behaviour faults(Faults faults) {
        return wire(old -> new Wire(old.latency(), faults, old.gzip(), old.chunked()));
    }

    /**
     * Lets each answer take its time.
     *
     * @param latency before each, in real time
     * @return new behaviour
     */
    public Behaviour latency(Duration latency) {
        return wire(old -> new Wire(latency, old.faults(), old.gzip(), old.chunked()));
    }

    /**
     * Sends answers compressed and without a length.
     *
     * @return new behaviour
     */
    public Behaviour packed() {
        return wire(old -> new Wire(old.latency(), old.faults(), true, true));
    }

    private Behaviour wire(UnaryOperator<Wire> change) {
        return new Behaviour(change.apply(wire), clock, delays, pageSize, limits, tokenLifetime, switches);
    }

    /**
     * Measures by another clock.
     *
     * @param clock usually {@link FakeTime}
     * @return new behaviour
     */
    public Behaviour clock(InstantSource clock) {
        return new Behaviour(wire, clock, delays, pageSize, limits, tokenLifetime, switches);
    }

    /**
     * Lets Intune take its time.
     *
     * @param delays for each step
     * @return new behaviour
     */
    public Behaviour delays(Delays delays) {
        return new Behaviour(wire, clock, delays, pageSize, limits, tokenLifetime, switches);
    }

    /**
     * Makes pages smaller.
     *
     * @param pageSize most items of a page
     * @return new behaviour
     */
    public Behaviour pageSize(int pageSize) {
        return new Behaviour(wire, clock, delays, pageSize, limits, tokenLifetime, switches);
    }

    /**
     * Lets the published limits hold.
     *
     * @return new behaviour
     */
    public Behaviour limited() {
        return new Behaviour(wire, clock, delays, pageSize, true, tokenLifetime, switches);
    }

    /**
     * Makes tokens shorter.
     *
     * @param lifetime of access tokens
     * @return new behaviour
     */
    public Behaviour tokenLifetime(Duration lifetime) {
        return new Behaviour(wire, clock, delays, pageSize, limits, lifetime, switches);
    }

    /**
     * Turns switches.
     *
     * @param switches all of them
     * @return new behaviour
     */
    public Behaviour switches(Switches switches) {
        return new Behaviour(wire, clock, delays, pageSize, limits, tokenLifetime, switches);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** One thing that goes wrong, once, with one of the first requests of a run. */
final class Mishap implements Faults {

    private static final List<Fault> OF_THE_WAY = List.of(
            Fault.THROTTLED_SECONDS,
            Fault.THROTTLED_DATE,
            Fault.UNAVAILABLE,
            Fault.BAD_GATEWAY_PAGE,
            Fault.RESET_BEFORE,
            Fault.RESET_AFTER,
            Fault.CUT_ANSWER,
            Fault.FAILED_AFTER,
            Fault.TIMED_OUT_AFTER,
            Fault.UNAUTHORIZED,
            Fault.TOKENS_EXPIRE);

    private final AtomicInteger seen = new AtomicInteger();
    private final int number;
    private final Fault fault;
    private final boolean kills;
    private Runnable kill = () -> {};

    private Mishap(int number, Fault fault, boolean kills) {
        this.number = number;
        this.fault = fault;
        this.kills = kills;
    }

    /** Half of them end the process, just before or just after what it asked for was done, with one of the requests. */
    static Mishap by(Random random, int requests) {
        int number = 1 + random.nextInt(requests);
        if (random.nextBoolean()) {
            return new Mishap(number, random.nextBoolean() ? Fault.RESET_BEFORE : Fault.RESET_AFTER, true);
        }
        return new Mishap(number, OF_THE_WAY.get(random.nextInt(OF_THE_WAY.size())), false);
    }

    /** Says how the process is killed, before it asks anything. */
    synchronized void killsBy(Runnable means) {
        kill = means;
    }

    boolean kills() {
        return kills;
    }

    boolean happened() {
        return seen.get() >= number;
    }

    @Override
    public synchronized Fault of(Call call) {
        if (seen.incrementAndGet() != number) {
            return Fault.NONE;
        }
        if (kills) {
            kill.run();
        }
        return fault;
    }

    @Override
    public String toString() {
        return (kills ? "kill, " : "") + fault + " at request " + number;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** One thing that goes wrong, once, with one of the first requests of a run. */
final class Mishap implements Faults {

    private static final int NEVER = -1;
    private static final int LONGEST_MILLIS = 60;

    private final AtomicInteger seen = new AtomicInteger();
    private final int number;
    private final Fault fault;
    private final int killMillis;
    private Runnable kill = () -> {};

    private Mishap(int number, Fault fault, int killMillis) {
        this.number = number;
        this.fault = fault;
        this.killMillis = killMillis;
    }

    /**
     * Half of them end the process: just before or just after what one of its requests asks for was done, or while it
     * makes something of the answer.
     */
    static Mishap by(Random random, int requests) {
        int number = 1 + random.nextInt(requests);
        if (random.nextBoolean()) {
            List<Fault> moments = List.of(Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.NONE);
            return new Mishap(number, moments.get(random.nextInt(moments.size())), random.nextInt(LONGEST_MILLIS));
        }
        return new Mishap(number, Fault.PASSING.get(random.nextInt(Fault.PASSING.size())), NEVER);
    }

    /** Says how the process is killed, before it asks anything. */
    synchronized void killsBy(Runnable means) {
        kill = means;
    }

    boolean kills() {
        return killMillis != NEVER;
    }

    boolean happened() {
        return seen.get() >= number;
    }

    @Override
    public synchronized Fault of(Call call) {
        if (seen.incrementAndGet() != number) {
            return Fault.NONE;
        }
        if (kills() && fault == Fault.NONE) {
            Thread killer = new Thread(this::killLater, "killer");
            killer.setDaemon(true);
            killer.start();
        } else if (kills()) {
            kill.run();
        }
        return fault;
    }

    private void killLater() {
        try {
            Thread.sleep(killMillis);
            kill.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            // It has ended by itself meanwhile, and its words were taken.
        }
    }

    @Override
    public String toString() {
        return (kills() ? "kill after " + killMillis + " ms, " : "") + fault + " at request " + number;
    }
}

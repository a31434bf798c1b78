// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Chooses what goes wrong with each request. Implementations are thread-safe. */
@FunctionalInterface
public interface Faults {

    /**
     * Chooses.
     *
     * @param call the request; to the token endpoint too
     * @return what goes wrong
     */
    Fault of(Call call);

    /**
     * Nothing ever goes wrong.
     *
     * @return for the usual test
     */
    static Faults none() {
        return call -> Fault.NONE;
    }

    /**
     * One fault, the first time that a request is met.
     *
     * @param fault what goes wrong
     * @param method of the request
     * @param ending how its path ends, decoded
     * @return a script for one test
     */
    static Faults once(Fault fault, String method, String ending) {
        return first(fault, call -> call.method().equals(method) && call.path().endsWith(ending));
    }

    /**
     * One fault, the first time that a request is met.
     *
     * @param fault what goes wrong
     * @param met which request
     * @return a script for one test
     */
    static Faults first(Fault fault, Predicate<Call> met) {
        AtomicBoolean done = new AtomicBoolean();
        return call -> met.test(call) && done.compareAndSet(false, true) ? fault : Fault.NONE;
    }

    /**
     * One fault with the request of a number.
     *
     * @param fault what goes wrong
     * @param number counted from 1 over all sites
     * @return a script for one test
     */
    static Faults atRequest(Fault fault, int number) {
        AtomicInteger seen = new AtomicInteger();
        return call -> seen.incrementAndGet() == number ? fault : Fault.NONE;
    }

    /**
     * The faults of a list, one for each request that is met, then none.
     *
     * @param faults in their order
     * @param met which requests
     * @return a script for one test
     */
    static Faults inTurn(List<Fault> faults, Predicate<Call> met) {
        AtomicInteger seen = new AtomicInteger();
        return call -> {
            int turn = met.test(call) ? seen.getAndIncrement() : Integer.MAX_VALUE;
            return turn < faults.size() ? faults.get(turn) : Fault.NONE;
        };
    }

    /**
     * Faults by chance, the same ones for the same seed where requests come in the same order.
     *
     * @param seed of the chance
     * @param percent how many of a hundred requests meet one
     * @param among which of them
     * @return a script for a run of many requests
     */
    static Faults seeded(long seed, int percent, List<Fault> among) {
        Random random = new Random(seed);
        return call -> {
            synchronized (random) {
                return random.nextInt(100) < percent ? among.get(random.nextInt(among.size())) : Fault.NONE;
            }
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Time that passes, and chance; a test makes its own. Implementations are thread-safe. */
public interface Pace {

    /** The time of this machine. */
    Pace SYSTEM = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }

        @Override
        public double random() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /**
     * Returns nanoseconds since some moment in the past, whatever is done to the clock.
     *
     * @return only differences mean something
     */
    long nanos();

    /**
     * Lets time pass.
     *
     * @param time how long; not negative
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    void sleep(Duration time) throws InterruptedException;

    /**
     * Returns a number that is evenly distributed in [0, 1).
     *
     * @return another one each time
     */
    double random();
}

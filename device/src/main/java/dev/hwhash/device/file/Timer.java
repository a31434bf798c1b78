// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

/** Time that passes; a test makes its own. */
interface Timer {

    /** The time of this machine. */
    Timer SYSTEM = new Timer() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long millis) throws InterruptedException {
            Thread.sleep(millis);
        }
    };

    /** Returns nanoseconds since some moment in the past. */
    long nanos();

    /** Lets time pass. */
    void sleep(long millis) throws InterruptedException;
}

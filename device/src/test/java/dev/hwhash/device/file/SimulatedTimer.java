// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

/** Time that passes only by sleeping. */
final class SimulatedTimer implements Timer {

    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void sleep(long millis) {
        nanos += millis * 1_000_000;
    }

    long millis() {
        return nanos / 1_000_000;
    }
}

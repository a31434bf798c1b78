// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

/** Readings for tests that know what came of them. */
final class Readings {

    private Readings() {}

    static HardwareHash intact(String text) {
        if (HardwareHash.read(text) instanceof HardwareHash hash) {
            return hash;
        }
        throw new AssertionError("expected an intact hash, got " + HardwareHash.read(text));
    }

    static DamagedHash.Kind kind(String text) {
        if (HardwareHash.read(text) instanceof DamagedHash damaged) {
            return damaged.kind();
        }
        throw new AssertionError("expected a damaged hash, got " + HardwareHash.read(text));
    }

    static String damage(String text) {
        if (HardwareHash.read(text) instanceof DamagedHash damaged) {
            return damaged.why();
        }
        throw new AssertionError("expected a damaged hash, got " + HardwareHash.read(text));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

/** The system that hwhash runs on. */
public final class OperatingSystem {

    private OperatingSystem() {}

    /**
     * Tells whether it is Windows; loads no class to find out.
     *
     * @return true for every Windows, Windows PE too
     */
    public static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where JNA finds its own DLL: beside the program, so that nothing is unpacked into a temporary folder, which
 * application control refuses and a full disk breaks.
 */
public final class JnaLibrary {

    private JnaLibrary() {}

    /**
     * Names the folder of {@code jnidispatch.dll}: {@code win32-x86-64} or {@code win32-aarch64} below the given one.
     * Must be called before any class of JNA is loaded. A system property that is set already stays; on another system
     * than Windows nothing is done.
     *
     * @param folder holds one folder for each architecture
     */
    public static void loadFrom(Path folder) {
        if (!onWindows()) {
            return;
        }
        setUnlessGiven(
                "jna.boot.library.path",
                folder.resolve(platform(System.getProperty("os.arch", ""))).toString());
        setUnlessGiven("jna.nounpack", "true");
        setUnlessGiven("jna.noclasspath", "true");
    }

    /** Tells whether this is Windows, without a class of JNA. */
    static boolean onWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    /** Returns JNA's name of Windows on a processor. */
    static String platform(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "win32-aarch64";
            case "x86", "i386" -> "win32-x86";
            default -> "win32-x86-64";
        };
    }

    private static void setUnlessGiven(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}

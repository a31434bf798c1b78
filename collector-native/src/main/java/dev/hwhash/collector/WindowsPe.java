// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

/**
 * Windows PE, in which PCs are imaged: it has no MDM bridge, only the user SYSTEM, and a disk X: in memory that is gone
 * when it ends. Its set-up and its recovery environment are Windows PE too.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/winpe-intro">Windows PE</a>
 */
public final class WindowsPe {

    /** Windows PE alone has this key. */
    private static final String MINI_NT = "SYSTEM\\CurrentControlSet\\Control\\MiniNT";

    private WindowsPe() {}

    /**
     * Tells whether this is Windows PE, by its registry; loads JNA, so not for every run.
     *
     * @return false elsewhere than on Windows too, and where the registry cannot be asked
     */
    public static boolean isRunning() {
        try {
            return JnaLibrary.onWindows() && Registry.hasKey(MINI_NT);
        } catch (LinkageError noJna) {
            return false;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * Whether somebody watches stderr.
 *
 * @see <a href="https://learn.microsoft.com/windows/console/getconsolemode">GetConsoleMode</a>, isatty(3)
 */
public final class StandardError {

    private static final int STD_ERROR_HANDLE = -12;
    private static final int POSIX_STDERR = 2;

    private StandardError() {}

    /**
     * Asks the system; loads JNA, so not for every run.
     *
     * @return whether stderr is a console or terminal; false where that cannot be told
     */
    public static boolean isTerminal() {
        try {
            return JnaLibrary.onWindows() ? isConsole() : isTty();
        } catch (LinkageError noJna) {
            return false;
        }
    }

    private static boolean isConsole() {
        NativeLibrary kernel32 = NativeLibrary.getInstance("kernel32");
        Object handle = kernel32.getFunction("GetStdHandle").invoke(Pointer.class, new Object[] {STD_ERROR_HANDLE});
        return kernel32.getFunction("GetConsoleMode").invokeInt(new Object[] {handle, new Memory(Integer.BYTES)}) != 0;
    }

    private static boolean isTty() {
        return NativeLibrary.getInstance("c").getFunction("isatty").invokeInt(new Object[] {POSIX_STDERR}) == 1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * Whether somebody sits at one of the streams that a process starts with.
 *
 * @see <a href="https://learn.microsoft.com/windows/console/getconsolemode">GetConsoleMode</a>, isatty(3)
 */
public enum StandardStream {
    /** Where answers come from. */
    INPUT(-10, 0),
    /** Where words go. */
    ERROR(-12, 2);

    private final int windowsHandle;
    private final int posixNumber;

    StandardStream(int windowsHandle, int posixNumber) {
        this.windowsHandle = windowsHandle;
        this.posixNumber = posixNumber;
    }

    /**
     * Asks the system; loads JNA, so not for every run.
     *
     * @return whether it is a console or terminal; false where that cannot be told
     */
    public boolean isTerminal() {
        try {
            return JnaLibrary.onWindows() ? isConsole() : isTty();
        } catch (LinkageError noJna) {
            return false;
        }
    }

    private boolean isConsole() {
        NativeLibrary kernel32 = NativeLibrary.getInstance("kernel32");
        Object handle = kernel32.getFunction("GetStdHandle").invoke(Pointer.class, new Object[] {windowsHandle});
        return kernel32.getFunction("GetConsoleMode").invokeInt(new Object[] {handle, new Memory(Integer.BYTES)}) != 0;
    }

    private boolean isTty() {
        return NativeLibrary.getInstance("c").getFunction("isatty").invokeInt(new Object[] {posixNumber}) == 1;
    }
}

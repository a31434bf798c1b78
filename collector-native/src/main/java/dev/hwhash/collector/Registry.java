// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads below HKEY_LOCAL_MACHINE. What cannot be read counts as not there: nothing here decides more than words.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-reggetvaluew">RegGetValueW</a>
 */
final class Registry {

    private static final Pointer HKEY_LOCAL_MACHINE = new Pointer(0xFFFFFFFF80000002L);
    private static final int RRF_RT_REG_SZ = 2;
    private static final int KEY_READ = 0x20019;
    private static final int MAX_BYTES = 4096;

    private Registry() {}

    /** Returns a value of type REG_SZ; empty where it is missing, blank, of another type or longer than 2 K characters. */
    static Optional<String> text(String key, String value) {
        Memory data = new Memory(MAX_BYTES);
        Memory size = new Memory(Integer.BYTES);
        size.setInt(0, MAX_BYTES);
        int error =
                advapi32("RegGetValueW", HKEY_LOCAL_MACHINE, wide(key), wide(value), RRF_RT_REG_SZ, null, data, size);
        if (error != 0) {
            return Optional.empty();
        }
        String text = data.getWideString(0);
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    /** Tells whether a key is there and may be read. */
    static boolean hasKey(String key) {
        Memory handle = new Memory(Long.BYTES);
        if (advapi32("RegOpenKeyExW", HKEY_LOCAL_MACHINE, wide(key), 0, KEY_READ, handle) != 0) {
            return false;
        }
        advapi32("RegCloseKey", handle.getPointer(0));
        return true;
    }

    private static int advapi32(String function, @Nullable Object... arguments) {
        return NativeLibrary.getInstance("advapi32").getFunction(function).invokeInt(arguments);
    }

    private static char[] wide(String text) {
        return (text + '\0').toCharArray();
    }
}

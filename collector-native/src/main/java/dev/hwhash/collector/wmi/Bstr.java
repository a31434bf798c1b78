// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * A string as COM takes it: UTF-16 with its length in bytes before it.
 *
 * @see <a href="https://learn.microsoft.com/previous-versions/windows/desktop/automat/bstr">BSTR</a>
 */
final class Bstr implements AutoCloseable {

    private static final int E_OUTOFMEMORY = 0x8007000E;

    private static final NativeLibrary OLEAUT32 = NativeLibrary.getInstance("oleaut32");
    private static final Function ALLOCATE = OLEAUT32.getFunction("SysAllocStringLen");
    private static final Function FREE = OLEAUT32.getFunction("SysFreeString");

    private final Pointer pointer;

    /**
     * Allocates a copy of the text.
     *
     * @throws WmiException if Windows has no memory left
     */
    Bstr(String text) throws WmiException {
        Pointer allocated = ALLOCATE.invokePointer(new Object[] {text.toCharArray(), text.length()});
        if (allocated == null) {
            throw WmiException.of("SysAllocStringLen", E_OUTOFMEMORY);
        }
        pointer = allocated;
    }

    /** Returns the address to hand to COM; it also serves where COM wants a text that ends with NUL. */
    Pointer pointer() {
        return pointer;
    }

    @Override
    public void close() {
        FREE.invokeVoid(new Object[] {pointer});
    }
}

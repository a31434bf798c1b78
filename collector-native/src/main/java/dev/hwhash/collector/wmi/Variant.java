// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a VARIANT: 24 bytes in a 64-bit process, the type in the first two, a BSTR's address in the second eight.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/oaidl/ns-oaidl-variant">VARIANT</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/wtypes/ne-wtypes-varenum">VARENUM</a>
 */
final class Variant {

    static final int SIZE = 24;

    private static final int VT_EMPTY = 0;
    private static final int VT_NULL = 1;
    private static final int VT_BSTR = 8;

    private Variant() {}

    /**
     * Returns the text in a VARIANT.
     *
     * @return the text, or empty for VT_EMPTY and VT_NULL
     * @throws WmiException if it holds another type
     */
    static Optional<String> text(Memory variant) throws WmiException {
        int type = variant.getShort(0) & 0xFFFF;
        if (type == VT_EMPTY || type == VT_NULL) {
            return Optional.empty();
        }
        if (type != VT_BSTR) {
            throw WmiException.unusable("IWbemClassObject::Get", "a value of type " + name(type) + " for a string");
        }
        Pointer bstr = variant.getPointer(8);
        // COM counts a null BSTR as the empty string.
        return Optional.of(bstr == null ? "" : characters(bstr));
    }

    /** Reads a BSTR by the length in bytes that stands before it: a zero inside does not end it. */
    private static String characters(Pointer bstr) {
        byte[] bytes = bstr.getByteArray(0, bstr.getInt(-Integer.BYTES));
        return new String(bytes, StandardCharsets.UTF_16LE);
    }

    /** Returns the name of a VARIANT type as Microsoft writes it. */
    static String name(int type) {
        int base = type & 0x0FFF;
        String element = switch (base) {
            case 2 -> "VT_I2";
            case 3 -> "VT_I4";
            case 4 -> "VT_R4";
            case 5 -> "VT_R8";
            case VT_BSTR -> "VT_BSTR";
            case 9 -> "VT_DISPATCH";
            case 11 -> "VT_BOOL";
            case 12 -> "VT_VARIANT";
            case 13 -> "VT_UNKNOWN";
            case 16 -> "VT_I1";
            case 17 -> "VT_UI1";
            default -> "VT " + base;
        };
        return (type & 0x2000) == 0 ? element : "VT_ARRAY of " + element;
    }
}

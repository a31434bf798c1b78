// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Arrays;

/**
 * Asks Windows for the token of this process.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/securitybaseapi/nf-securitybaseapi-gettokeninformation">GetTokenInformation</a>
 */
final class TokenReader {

    private static final int TOKEN_QUERY = 8;
    private static final int TOKEN_USER = 1;
    private static final int TOKEN_ELEVATION = 20;
    /** What GetCurrentProcess returns. */
    private static final Pointer THIS_PROCESS = new Pointer(-1);

    /** TOKEN_USER (16 bytes) with the longest SID (68 bytes) behind it. */
    private static final int MAX_USER_BYTES = 84;

    /** S-1-5-18: revision 1, one sub-authority, authority 5, sub-authority 18. */
    private static final byte[] LOCAL_SYSTEM = {1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0};

    private static final NativeLibrary ADVAPI32 = NativeLibrary.getInstance("advapi32");
    private static final Function GET_TOKEN_INFORMATION = ADVAPI32.getFunction("GetTokenInformation");

    private TokenReader() {}

    static ProcessToken read() {
        Memory handle = new Memory(Long.BYTES);
        Object[] arguments = {THIS_PROCESS, TOKEN_QUERY, handle};
        if (ADVAPI32.getFunction("OpenProcessToken").invokeInt(arguments) == 0) {
            return ProcessToken.UNKNOWN;
        }
        Pointer token = handle.getPointer(0);
        try {
            return read(token);
        } finally {
            NativeLibrary.getInstance("kernel32").getFunction("CloseHandle").invokeInt(new Object[] {token});
        }
    }

    private static ProcessToken read(Pointer token) {
        Memory user = new Memory(MAX_USER_BYTES);
        if (information(token, TOKEN_USER, user)) {
            Pointer sid = user.getPointer(0);
            if (Arrays.equals(sid.getByteArray(0, LOCAL_SYSTEM.length), LOCAL_SYSTEM)) {
                return ProcessToken.SYSTEM;
            }
        }
        Memory elevation = new Memory(Integer.BYTES);
        if (!information(token, TOKEN_ELEVATION, elevation)) {
            return ProcessToken.UNKNOWN;
        }
        return elevation.getInt(0) == 0 ? ProcessToken.NOT_ELEVATED : ProcessToken.ELEVATED;
    }

    private static boolean information(Pointer token, int kind, Memory room) {
        Memory needed = new Memory(Integer.BYTES);
        return GET_TOKEN_INFORMATION.invokeInt(new Object[] {token, kind, room, (int) room.size(), needed}) != 0;
    }
}

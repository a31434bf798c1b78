// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The machine's WinHTTP settings. Not yet run on Windows. */
final class WinHttp {

    /** {@code WINHTTP_ACCESS_TYPE_NAMED_PROXY}. */
    private static final int NAMED_PROXY = 3;

    /** WINHTTP_PROXY_INFO: a DWORD, then two LPWSTR, each at the size of a pointer. */
    private static final int POINTERS = 3;

    private WinHttp() {}

    /** Returns the settings; {@link MachineProxy#NONE} where there are none or Windows does not tell. */
    static MachineProxy machineProxy() {
        try {
            return read();
        } catch (UnsatisfiedLinkError e) {
            return MachineProxy.NONE;
        }
    }

    private static MachineProxy read() {
        NativeLibrary winHttp = NativeLibrary.getInstance("winhttp");
        try (Memory info = new Memory((long) POINTERS * Native.POINTER_SIZE)) {
            info.clear();
            if (winHttp.getFunction("WinHttpGetDefaultProxyConfiguration").invokeInt(new Object[] {info}) == 0) {
                return MachineProxy.NONE;
            }
            String proxies = taken(info.getPointer(Native.POINTER_SIZE));
            String bypass = taken(info.getPointer(2L * Native.POINTER_SIZE));
            return info.getInt(0) == NAMED_PROXY ? new MachineProxy(proxies, bypass) : MachineProxy.NONE;
        }
    }

    /** Both texts are the caller's to free, by GlobalFree. */
    private static String taken(@Nullable Pointer text) {
        if (text == null) {
            return "";
        }
        try {
            return text.getWideString(0);
        } finally {
            NativeLibrary.getInstance("kernel32").getFunction("GlobalFree").invokePointer(new Object[] {text});
        }
    }
}

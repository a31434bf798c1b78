// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;

/**
 * COM on one thread, in the multithreaded apartment: started, secured for WMI, and stopped as often as it was started.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/combaseapi/nf-combaseapi-coinitializeex">CoInitializeEx</a>
 */
final class Com implements AutoCloseable {

    private static final int COINIT_MULTITHREADED = 0;
    private static final int RPC_E_CHANGED_MODE = 0x80010106;
    private static final int RPC_E_TOO_LATE = 0x80010119;
    private static final int E_NOINTERFACE = 0x80004002;
    private static final int CLSCTX_INPROC_SERVER = 1;
    private static final int RPC_C_AUTHN_WINNT = 10;
    private static final int RPC_C_AUTHN_LEVEL_CALL = 3;
    private static final int RPC_C_IMP_LEVEL_IMPERSONATE = 3;

    /** {4590F811-1D3A-11D0-891F-00AA004B2E24}. */
    private static final long[] CLSID_WBEM_LOCATOR = {0x11D01D3A4590F811L, 0x242E4B00AA001F89L};
    /** {DC12A687-737F-11CF-884D-00AA004B2E24}. */
    private static final long[] IID_IWBEM_LOCATOR = {0x11CF737FDC12A687L, 0x242E4B00AA004D88L};

    private static final NativeLibrary OLE32 = NativeLibrary.getInstance("ole32");
    private static final Function SET_PROXY_BLANKET = OLE32.getFunction("CoSetProxyBlanket");
    private static final Function VARIANT_CLEAR =
            NativeLibrary.getInstance("oleaut32").getFunction("VariantClear");

    private final boolean balance;

    private Com(boolean balance) {
        this.balance = balance;
    }

    /**
     * Starts COM on this thread.
     *
     * @throws WmiException if COM cannot be started
     */
    static Com start() throws WmiException {
        int hresult = OLE32.getFunction("CoInitializeEx").invokeInt(new Object[] {null, COINIT_MULTITHREADED});
        // Started by somebody else in the other mode: usable as it is, and not ours to stop.
        if (hresult < 0 && hresult != RPC_E_CHANGED_MODE) {
            throw WmiException.of("CoInitializeEx", hresult);
        }
        return new Com(hresult >= 0);
    }

    /**
     * Creates WMI's locator.
     *
     * @throws WmiException if the process cannot be secured, or the class is not registered
     */
    ComPointer locator() throws WmiException {
        int hresult = OLE32.getFunction("CoInitializeSecurity")
                .invokeInt(new Object[] {null, -1, null, null, 0, RPC_C_IMP_LEVEL_IMPERSONATE, null, 0, null});
        if (hresult < 0 && hresult != RPC_E_TOO_LATE) {
            throw WmiException.of("CoInitializeSecurity", hresult);
        }
        Memory out = pointer();
        hresult = OLE32.getFunction("CoCreateInstance")
                .invokeInt(new Object[] {CLSID_WBEM_LOCATOR, null, CLSCTX_INPROC_SERVER, IID_IWBEM_LOCATOR, out});
        return ComPointer.from("CoCreateInstance(WbemLocator)", hresult, out);
    }

    /**
     * Lets WMI act with this process's rights when a call goes through this proxy.
     *
     * @throws WmiException if COM refuses
     */
    static void setProxyBlanket(ComPointer proxy) throws WmiException {
        int hresult = SET_PROXY_BLANKET.invokeInt(new Object[] {
            proxy.address(), RPC_C_AUTHN_WINNT, 0, null, RPC_C_AUTHN_LEVEL_CALL, RPC_C_IMP_LEVEL_IMPERSONATE, null, 0
        });
        // An object of this very process is no proxy: nothing goes over RPC, so there is nothing to secure.
        if (hresult < 0 && hresult != E_NOINTERFACE) {
            throw WmiException.of("CoSetProxyBlanket", hresult);
        }
    }

    /** Frees what a VARIANT holds. */
    static void clear(Memory variant) {
        VARIANT_CLEAR.invokeInt(new Object[] {variant});
    }

    /** Returns room for one address, holding null. */
    static Memory pointer() {
        Memory room = new Memory(Long.BYTES);
        room.setLong(0, 0);
        return room;
    }

    @Override
    public void close() {
        if (balance) {
            OLE32.getFunction("CoUninitialize").invokeVoid(new Object[] {});
        }
    }
}

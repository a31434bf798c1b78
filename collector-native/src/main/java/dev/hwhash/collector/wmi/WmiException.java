// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import java.util.OptionalInt;

/** COM or WMI did not do what was asked. Its message names the call and what it gave. */
public final class WmiException extends Exception {

    /** {@code WBEM_S_TIMEDOUT}: no error to WMI, but no row came in the time given. */
    public static final int WBEM_S_TIMEDOUT = 0x00040004;

    private static final long serialVersionUID = 1L;

    private final String call;
    private final boolean known;
    private final int hresult;

    private WmiException(String call, boolean known, int hresult, String gave) {
        super(call + " gave " + gave);
        this.call = call;
        this.known = known;
        this.hresult = hresult;
    }

    /**
     * Makes the failure of a call that gave an HRESULT.
     *
     * @param call such as {@code IWbemLocator::ConnectServer}
     * @param hresult what it gave
     * @return the exception to throw
     */
    public static WmiException of(String call, int hresult) {
        return new WmiException(call, true, hresult, String.format("0x%08X", hresult));
    }

    /**
     * Makes the failure of a call that went well and gave something that cannot be used.
     *
     * @param call such as {@code IWbemClassObject::Get}
     * @param gave what it gave, without its value
     * @return the exception to throw
     */
    public static WmiException unusable(String call, String gave) {
        return new WmiException(call, false, 0, gave);
    }

    /**
     * Returns the call that failed.
     *
     * @return its name as Microsoft writes it
     */
    public String call() {
        return call;
    }

    /**
     * Returns the HRESULT.
     *
     * @return what the call gave, or empty where the call itself went well
     */
    public OptionalInt hresult() {
        return known ? OptionalInt.of(hresult) : OptionalInt.empty();
    }
}

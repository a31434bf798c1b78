// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import com.sun.jna.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WMI over COM: IWbemLocator, IWbemServices, IEnumWbemClassObject, IWbemClassObject, each called by its place in the
 * vtable of wbemcli.h. Not thread-safe: COM is opened for the thread that calls {@link #open}.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/wmisdk/creating-a-wmi-application-using-c-">Creating a WMI
 *     application using C++</a>
 */
public final class ComSession implements WmiSession {

    private static final int CONNECT_SERVER = 3;
    private static final int EXEC_QUERY = 20;
    private static final int NEXT = 4;
    private static final int GET = 4;

    /** Two minutes at most; 0 would wait for ever for a broken WMI. */
    private static final int WBEM_FLAG_CONNECT_USE_MAX_WAIT = 0x80;

    private static final int RETURN_IMMEDIATELY_FORWARD_ONLY = 0x10 | 0x20;

    /** What is open, each obtained from the one before it. */
    private static final int LOCATOR = 0;

    private static final int SERVICES = 1;
    private static final int ROWS = 2;
    private static final int ROW = 3;

    private final @Nullable ComPointer[] open = new @Nullable ComPointer[ROW + 1];
    private @Nullable Com com;

    /** Makes a session; nothing native is loaded or called before {@link #open}. */
    public ComSession() {}

    @Override
    public void open() throws WmiException {
        close();
        com = Com.start();
        open[LOCATOR] = com.locator();
    }

    @Override
    public void connect(String namespace) throws WmiException {
        closeFrom(SERVICES);
        try (Bstr name = new Bstr(namespace)) {
            Memory out = Com.pointer();
            int hresult = at(LOCATOR)
                    .call(
                            CONNECT_SERVER,
                            name.pointer(),
                            null,
                            null,
                            null,
                            WBEM_FLAG_CONNECT_USE_MAX_WAIT,
                            null,
                            null,
                            out);
            open[SERVICES] = ComPointer.from("IWbemLocator::ConnectServer", hresult, out);
        }
        Com.setProxyBlanket(at(SERVICES));
    }

    @Override
    public void query(String wql) throws WmiException {
        closeFrom(ROWS);
        try (Bstr language = new Bstr("WQL");
                Bstr query = new Bstr(wql)) {
            Memory out = Com.pointer();
            int hresult = at(SERVICES)
                    .call(EXEC_QUERY, language.pointer(), query.pointer(), RETURN_IMMEDIATELY_FORWARD_ONLY, null, out);
            open[ROWS] = ComPointer.from("IWbemServices::ExecQuery", hresult, out);
        }
        Com.setProxyBlanket(at(ROWS));
    }

    @Override
    public boolean next(int millis) throws WmiException {
        closeFrom(ROW);
        Memory out = Com.pointer();
        Memory returned = Com.pointer();
        int hresult = at(ROWS).call(NEXT, millis, 1, out, returned);
        if (hresult < 0 || hresult == WmiException.WBEM_S_TIMEDOUT) {
            throw WmiException.of("IEnumWbemClassObject::Next", hresult);
        }
        if (returned.getInt(0) == 0) {
            return false;
        }
        open[ROW] = ComPointer.from("IEnumWbemClassObject::Next", hresult, out);
        return true;
    }

    @Override
    public Optional<String> get(String property) throws WmiException {
        try (Bstr name = new Bstr(property)) {
            Memory variant = new Memory(Variant.SIZE);
            variant.clear();
            try {
                int hresult = at(ROW).call(GET, name.pointer(), 0, variant, null, null);
                if (hresult < 0) {
                    throw WmiException.of("IWbemClassObject::Get", hresult);
                }
                return Variant.text(variant);
            } finally {
                Com.clear(variant);
            }
        }
    }

    @Override
    public void close() {
        closeFrom(LOCATOR);
        if (com != null) {
            com.close();
            com = null;
        }
    }

    private void closeFrom(int first) {
        for (int i = ROW; i >= first; i--) {
            ComPointer pointer = open[i];
            if (pointer != null) {
                open[i] = null;
                pointer.close();
            }
        }
    }

    private ComPointer at(int place) {
        ComPointer pointer = open[place];
        if (pointer == null) {
            throw new IllegalStateException("called out of order: nothing at " + place);
        }
        return pointer;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The one reference that this process holds on a COM object; given back by the first {@link #close}. */
final class ComPointer implements AutoCloseable {

    private static final int RELEASE = 2;
    private static final int E_POINTER = 0x80004003;

    private @Nullable Pointer object;

    private ComPointer(Pointer object) {
        this.object = object;
    }

    /**
     * Takes over the reference that a call has left.
     *
     * @param call the call, for the message
     * @param hresult what it gave
     * @param out where it left the reference
     * @throws WmiException if the call failed, or left none
     */
    static ComPointer from(String call, int hresult, Memory out) throws WmiException {
        if (hresult < 0) {
            throw WmiException.of(call, hresult);
        }
        Pointer left = out.getPointer(0);
        if (left == null) {
            throw WmiException.of(call, E_POINTER);
        }
        return new ComPointer(left);
    }

    /** Returns the address of the object, which must not be closed yet. */
    Pointer address() {
        if (object == null) {
            throw new IllegalStateException("released");
        }
        return object;
    }

    /**
     * Calls a method of the object.
     *
     * @param slot its place in the vtable, counted from 0 at QueryInterface
     * @param arguments all but the object itself
     * @return its HRESULT
     */
    int call(int slot, @Nullable Object... arguments) {
        Pointer self = address();
        @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
        all[0] = self;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Pointer vtable = self.getPointer(0);
        return Function.getFunction(vtable.getPointer((long) slot * 8)).invokeInt(all);
    }

    @Override
    public void close() {
        if (object != null) {
            // Forgotten first: whatever Release does, it is called once.
            Function release = Function.getFunction(object.getPointer(0).getPointer(RELEASE * 8L));
            Object[] self = {object};
            object = null;
            release.invokeInt(self);
        }
    }
}

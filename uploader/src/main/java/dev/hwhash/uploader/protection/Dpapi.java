// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.protection;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.hwhash.registration.login.Protection;
import dev.hwhash.registration.login.ProtectionException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Windows's Data Protection API with the current user's scope: what it seals, the same user opens on the same PC.
 * Thread-safe. Run under Wine; not yet run on Windows.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/dpapi/nf-dpapi-cryptprotectdata">CryptProtectData</a>
 */
public final class Dpapi implements Protection {

    /** {@code CRYPTPROTECT_UI_FORBIDDEN}: nobody sits before a service. Never the scope of the whole machine. */
    private static final int NO_QUESTIONS = 0x1;

    /** Keeps other programs of the user from opening it by chance; no secret. */
    private static final byte[] ENTROPY = "hwhash".getBytes(StandardCharsets.US_ASCII);

    /** DATA_BLOB: a DWORD, filled up to the size of a pointer, then the pointer. */
    private static final int BLOB = 2 * Native.POINTER_SIZE;

    /** The memory of a blob is asked for at least so large: none is no memory. */
    private static final int LEAST = 1;

    /** Makes one; Windows is asked only when there is something to seal. */
    public Dpapi() {}

    @Override
    public byte[] sealed(byte[] clear) throws ProtectionException {
        return called("CryptProtectData", clear);
    }

    @Override
    public byte[] opened(byte[] sealed) throws ProtectionException {
        return called("CryptUnprotectData", sealed);
    }

    private static byte[] called(String name, byte[] input) throws ProtectionException {
        Function function = function(name);
        try (Memory in = memory(input);
                Memory entropy = memory(ENTROPY);
                Memory inBlob = blob(in, input.length);
                Memory entropyBlob = blob(entropy, ENTROPY.length);
                Memory outBlob = new Memory(BLOB)) {
            outBlob.clear();
            int done = function.invokeInt(
                    new Object[] {inBlob, Pointer.NULL, entropyBlob, Pointer.NULL, Pointer.NULL, NO_QUESTIONS, outBlob
                    });
            int error = Native.getLastError();
            in.clear();
            if (done == 0) {
                throw new ProtectionException(name + " failed with 0x"
                        + String.format(Locale.ROOT, "%08X", error)
                        + "; it was sealed by another user or on another PC, or is damaged");
            }
            return taken(outBlob);
        }
    }

    private static Function function(String name) throws ProtectionException {
        try {
            return NativeLibrary.getInstance("crypt32").getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            throw new ProtectionException("this Windows has no " + name);
        }
    }

    private static Memory memory(byte[] content) {
        Memory memory = new Memory(Math.max(content.length, LEAST));
        memory.write(0, content, 0, content.length);
        return memory;
    }

    private static Memory blob(Memory content, int length) {
        Memory blob = new Memory(BLOB);
        blob.clear();
        blob.setInt(0, length);
        blob.setPointer(Native.POINTER_SIZE, content);
        return blob;
    }

    /** The memory of the result is the caller's to free. */
    private static byte[] taken(Memory blob) {
        Pointer content = blob.getPointer(Native.POINTER_SIZE);
        int length = blob.getInt(0);
        try {
            byte[] bytes = content.getByteArray(0, length);
            content.clear(length);
            return bytes;
        } finally {
            NativeLibrary.getInstance("kernel32").getFunction("LocalFree").invokePointer(new Object[] {content});
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program as administrator, in a window of its own, after Windows has asked whoever sits there. Windows waits
 * for that answer without a limit of ours; it gives up by itself after two minutes.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-shellexecuteexw">ShellExecuteExW</a>
 */
public final class ElevatedProgram {

    private static final int ERROR_CANCELLED = 1223;
    private static final int WAIT_OBJECT_0 = 0;

    private static final int COINIT_APARTMENTTHREADED_DISABLE_OLE1DDE = 2 | 4;

    /** What is pending when the call returns would be lost with this process: NOASYNC. */
    private static final int NOCLOSEPROCESS_NOASYNC_NO_UI = 0x40 | 0x100 | 0x400;

    private static final int SW_SHOWNORMAL = 1;

    /** SHELLEXECUTEINFOW with 64-bit pointers. */
    private static final int INFO_BYTES = 112;

    private static final int MASK_AT = 4;
    private static final int VERB_AT = 16;
    private static final int FILE_AT = 24;
    private static final int PARAMETERS_AT = 32;
    private static final int FOLDER_AT = 40;
    private static final int SHOW_AT = 48;
    private static final int PROCESS_AT = 104;

    private ElevatedProgram() {}

    /**
     * Starts it and waits for its end.
     *
     * @param file its absolute path
     * @param parameters its command line without its name, quoted as Windows wants it; may be empty
     * @param folder the folder to start it in
     * @param patience how long to wait for its end; it goes on after that
     * @return what came of it
     */
    public static ElevatedRun run(String file, String parameters, String folder, Duration patience) {
        NativeLibrary ole32 = NativeLibrary.getInstance("ole32");
        // Shell extensions may run in this call, and they are at home in such an apartment.
        int entered = ole32.getFunction("CoInitializeEx")
                .invokeInt(new @Nullable Object[] {null, COINIT_APARTMENTTHREADED_DISABLE_OLE1DDE});
        try {
            return started(file, parameters, folder, patience);
        } finally {
            if (entered >= 0) {
                ole32.getFunction("CoUninitialize").invokeVoid(new Object[0]);
            }
        }
    }

    private static ElevatedRun started(String file, String parameters, String folder, Duration patience) {
        Memory verb = wide("runas");
        Memory program = wide(file);
        Memory words = wide(parameters);
        Memory place = wide(folder);
        Memory info = new Memory(INFO_BYTES);
        info.clear();
        info.setInt(0, INFO_BYTES);
        info.setInt(MASK_AT, NOCLOSEPROCESS_NOASYNC_NO_UI);
        info.setPointer(VERB_AT, verb);
        info.setPointer(FILE_AT, program);
        info.setPointer(PARAMETERS_AT, words);
        info.setPointer(FOLDER_AT, place);
        info.setInt(SHOW_AT, SW_SHOWNORMAL);
        NativeLibrary shell32 = NativeLibrary.getInstance("shell32");
        if (shell32.getFunction("ShellExecuteExW").invokeInt(new Object[] {info}) == 0) {
            int error = Native.getLastError();
            return error == ERROR_CANCELLED ? new ElevatedRun.Declined() : new ElevatedRun.NotStarted(error);
        }
        @Nullable Pointer process = info.getPointer(PROCESS_AT);
        return process == null ? new ElevatedRun.Lost() : ended(process, patience);
    }

    private static ElevatedRun ended(Pointer process, Duration patience) {
        int milliseconds = (int) Math.min(patience.toMillis(), Integer.MAX_VALUE);
        try {
            if (kernel32("WaitForSingleObject", process, milliseconds) != WAIT_OBJECT_0) {
                return new ElevatedRun.Lost();
            }
            Memory code = new Memory(Integer.BYTES);
            return kernel32("GetExitCodeProcess", process, code) == 0
                    ? new ElevatedRun.Lost()
                    : new ElevatedRun.Ended(code.getInt(0));
        } finally {
            kernel32("CloseHandle", process);
        }
    }

    private static int kernel32(String function, Object... arguments) {
        return NativeLibrary.getInstance("kernel32").getFunction(function).invokeInt(arguments);
    }

    private static Memory wide(String text) {
        Memory wide = new Memory((text.length() + 1L) * Character.BYTES);
        wide.setWideString(0, text);
        return wide;
    }
}

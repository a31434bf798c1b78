// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import dev.hwhash.device.hash.Capture;
import java.util.List;

/** The names of a capture's numbers. */
public final class CaptureCodes {

    private static final List<String> OS_TYPES = List.of("", "WinPE", "FullOS");

    /** PROCESSOR_ARCHITECTURE_* of SYSTEM_INFO. */
    private static final List<String> ARCHITECTURES =
            List.of("x86", "", "", "", "", "ARM", "IA64", "", "", "x64", "", "", "ARM64");

    private CaptureCodes() {}

    /**
     * Returns the kind of Windows that made the hash.
     *
     * @param made the capture
     * @return WinPE or FullOS
     */
    public static Code osType(Capture made) {
        return Code.of(made.osType(), OS_TYPES);
    }

    /**
     * Returns the architecture of the Windows that made the hash.
     *
     * @param made the capture
     * @return x86, x64 or ARM64
     */
    public static Code architecture(Capture made) {
        return architecture(made.architecture());
    }

    static Code architecture(int value) {
        return Code.of(value, ARCHITECTURES);
    }
}

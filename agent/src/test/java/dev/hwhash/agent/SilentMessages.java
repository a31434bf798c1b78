// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Messages that nobody hears. */
public final class SilentMessages {

    private SilentMessages() {}

    /** Makes some. */
    public static Messages make() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.US_ASCII);
        return new Messages(nowhere, Messages.Volume.QUIET, Optional.empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Circumstances as a test wants them.
 *
 * @param onWindows whether there is a WMI
 * @param token the rights of the process
 * @param windows which Windows it is
 */
record FakeCircumstances(boolean onWindows, ProcessToken token, WindowsFacts windows) implements Circumstances {

    static final WindowsFacts PRO = windows("Windows 10 Pro", "Professional", "Client", 22631);

    static FakeCircumstances of(ProcessToken token) {
        return new FakeCircumstances(true, token, PRO);
    }

    static FakeCircumstances of(WindowsFacts windows) {
        return new FakeCircumstances(true, ProcessToken.ELEVATED, windows);
    }

    static WindowsFacts windows(String product, String edition, String type, int build) {
        return new WindowsFacts(
                Optional.of(product), Optional.of(edition), Optional.of(type), OptionalInt.of(build), false);
    }

    static WindowsFacts windowsPe() {
        return new WindowsFacts(
                Optional.of("Windows 10 Enterprise"),
                Optional.of("WindowsPE"),
                Optional.of("WindowsPE"),
                OptionalInt.of(22621),
                true);
    }
}

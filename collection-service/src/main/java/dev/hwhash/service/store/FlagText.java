// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The flags of a device or report as they are stored: ids of rules, some with a colon and a device's number. */
final class FlagText {

    private FlagText() {}

    /** Returns the flags without those that name a device. */
    static String without(String flags, long device) {
        String end = ":" + device;
        return Arrays.stream(flags.split(" ", -1))
                .filter(flag -> !flag.endsWith(end))
                .collect(Collectors.joining(" "));
    }
}

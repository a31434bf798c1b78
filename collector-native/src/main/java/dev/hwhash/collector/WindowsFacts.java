// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which Windows this is, as its registry tells; a value that is not there is empty.
 *
 * @param productName such as {@code Windows 10 Pro}, which Windows 11 still says of itself
 * @param editionId such as {@code Professional}, {@code Enterprise}, {@code Core} (which is Home)
 * @param installationType {@code Client}, {@code Server} or {@code Server Core}
 * @param build the build number, such as 22631
 * @param windowsPe whether it is Windows PE
 */
record WindowsFacts(
        Optional<String> productName,
        Optional<String> editionId,
        Optional<String> installationType,
        OptionalInt build,
        boolean windowsPe) {

    /** Windows 10 1703, the first with DeviceHardwareData (DevDetail CSP). */
    private static final int FIRST_WITH_HASH = 15063;

    private static final int FIRST_WINDOWS_11 = 22000;

    private static final String CURRENT_VERSION = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

    /** Reads the facts of this PC. */
    static WindowsFacts ofThisPc() {
        return new WindowsFacts(
                Registry.text(CURRENT_VERSION, "ProductName"),
                Registry.text(CURRENT_VERSION, "EditionID"),
                Registry.text(CURRENT_VERSION, "InstallationType"),
                number(Registry.text(CURRENT_VERSION, "CurrentBuildNumber")),
                WindowsPe.isRunning());
    }

    /** Returns a number written in digits, or empty for any other text. */
    static OptionalInt number(Optional<String> text) {
        try {
            return text.isEmpty()
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(text.get().strip()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** Returns the product and its build for a message. */
    String name() {
        String product = productName.orElse("a Windows without a product name");
        if (build.isPresent() && build.getAsInt() >= FIRST_WINDOWS_11) {
            product = product.replace("Windows 10", "Windows 11");
        }
        return product + (build.isPresent() ? " (build " + build.getAsInt() + ")" : "");
    }

    /** Returns why this kind of Windows has no hardware hash and what to do; empty for a kind that should have one. */
    Optional<String> kindWithoutHash() {
        if (windowsPe) {
            return Optional.of("this is Windows PE, which has no MDM bridge; run hwhash in the full Windows or during"
                    + " its setup (Shift+F10), or put Microsoft's oa3tool.exe beside hwhash");
        }
        if (installationType.orElse("").startsWith("Server")) {
            return Optional.of(
                    "this is " + name() + ", and no Windows Server has a hardware hash; run hwhash on a" + " client");
        }
        if (build.isPresent() && build.getAsInt() < FIRST_WITH_HASH) {
            return Optional.of("this is " + name() + ", and Windows has the hardware hash since build "
                    + FIRST_WITH_HASH + " (Windows 10 1703); update Windows first");
        }
        if (editionId.orElse("").startsWith("Core")) {
            return Optional.of("this is " + name() + " of edition " + editionId.orElse("")
                    + " (Home), which Windows Autopilot does not take; change to Pro, Enterprise or Education");
        }
        return Optional.empty();
    }

    /** Returns why the MDM bridge is missing in this Windows, and what to do. */
    String explain() {
        return kindWithoutHash()
                .orElse("this is " + name() + ", which should have the MDM bridge: it is damaged or was removed from"
                        + " the image; run \"dism /online /cleanup-image /restorehealth\" and restart, install Windows"
                        + " from an unchanged image, or name Microsoft's oa3tool.exe by --oa3tool");
    }
}

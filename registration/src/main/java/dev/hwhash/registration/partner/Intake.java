// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Fate;
import java.util.Optional;

/** Which devices can be sent at all. Pure. */
final class Intake {

    private Intake() {}

    /** Returns why a device is not sent; empty: it can be. */
    static Optional<Fate.Refused> refusal(DeviceRecord device) {
        if (!isIdentified(device)) {
            return Optional.of(new Fate.Refused(
                    "identity-missing",
                    "",
                    "the row has neither a hardware hash, nor a product ID, nor serial number, manufacturer and model,"
                            + " of which Partner Center needs one; collect the device again"));
        }
        Optional<String> batch = device.value(Field.GROUP_TAG);
        if (batch.isEmpty()) {
            return Optional.of(new Fate.Refused(
                    "batch-missing",
                    "",
                    "the row has no group tag, which names its batch; give one with --batch NAME"));
        }
        return PathSegment.isSafe(batch.get())
                ? Optional.empty()
                : Optional.of(new Fate.Refused(
                        "batch-name", "", "a batch cannot be called \".\" or \"..\"; give another name with --batch"));
    }

    /**
     * Six combinations are accepted, and each of them holds one of these three.
     *
     * @see <a href="https://learn.microsoft.com/partner-center/developer/upload-a-list-of-devices-to-create-a-new-batch-for-the-specified-customer">
     *     Upload a list of devices to create a new batch</a>
     */
    private static boolean isIdentified(DeviceRecord device) {
        return device.value(Field.HARDWARE_HASH).isPresent()
                || device.value(Field.WINDOWS_PRODUCT_ID).isPresent()
                || (device.value(Field.SERIAL_NUMBER).isPresent()
                        && device.value(Field.MANUFACTURER).isPresent()
                        && device.value(Field.MODEL).isPresent());
    }

    /** Returns the name of a device's batch; it must have passed {@link #refusal}. */
    static String batch(DeviceRecord device) {
        return device.value(Field.GROUP_TAG).orElseThrow();
    }
}

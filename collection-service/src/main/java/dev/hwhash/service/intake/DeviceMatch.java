// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.SameDevice;
import dev.hwhash.device.check.DeviceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which device a report is about.
 *
 * @param device the one that it is about; empty for a new one
 * @param flags for each other device that somebody should compare with it: a rule's id, a colon, that device's number
 */
public record DeviceMatch(Optional<KnownDevice> device, List<String> flags) {

    /** Copies the list. */
    public DeviceMatch {
        flags = List.copyOf(flags);
    }

    /**
     * Compares by {@link SameDevice}: the first candidate that is surely the same is the device. A conflict or a doubt
     * never joins two devices, it only flags.
     *
     * @param identity by what the report's device is known
     * @param candidates each device that shares an identifier with it, the surest identifier first
     * @return the device, or none
     */
    public static DeviceMatch of(DeviceIdentity identity, List<KnownDevice> candidates) {
        Optional<KnownDevice> device = Optional.empty();
        List<String> flags = new ArrayList<>();
        for (KnownDevice candidate : candidates) {
            switch (SameDevice.compare(identity, candidate.identity())) {
                case YES -> {
                    if (device.isEmpty()) {
                        device = Optional.of(candidate);
                    } else {
                        flags.add(flag(DeviceRule.DEVICE_TWICE, candidate));
                    }
                }
                case CONFLICT -> flags.add(flag(DeviceRule.DEVICE_TWO_TPMS, candidate));
                case UNCERTAIN -> flags.add(flag(DeviceRule.DEVICE_MAYBE_TWICE, candidate));
                case NO -> {}
            }
        }
        return new DeviceMatch(device, flags);
    }

    private static String flag(DeviceRule rule, KnownDevice other) {
        return rule.id() + ":" + other.id();
    }
}

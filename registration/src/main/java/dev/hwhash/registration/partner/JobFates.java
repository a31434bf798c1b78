// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.registration.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of each device of a job that is finished. Pure. */
final class JobFates {

    private JobFates() {}

    /**
     * Returns the ends.
     *
     * @param sent in the order of sending; empty: it had its end before
     * @param told as the job tells them
     * @return for each that was sent its end; empty where none is told, or it is not sure whose it is
     */
    static List<Optional<Fate>> of(List<Optional<DeviceRecord>> sent, List<DeviceStatus> told) {
        List<Optional<DeviceStatus>> found = StatusMatching.of(sent, told);
        boolean all = allWell(found, told);
        List<Optional<Fate>> fates = new ArrayList<>();
        for (Optional<DeviceStatus> status : found) {
            boolean oneOfTheGood = status.isEmpty() && all;
            fates.add(
                    oneOfTheGood ? Optional.of(new Fate.Registered(Optional.empty())) : status.flatMap(DeviceFate::of));
        }
        return fates;
    }

    /** Whose is whose does not matter where each of those that are left has gone well. */
    private static boolean allWell(List<Optional<DeviceStatus>> found, List<DeviceStatus> told) {
        List<DeviceStatus> left = new ArrayList<>(told);
        found.forEach(status -> status.ifPresent(left::remove));
        long missing = found.stream().filter(Optional::isEmpty).count();
        return left.size() == missing
                && left.stream()
                        .allMatch(status -> !status.hasName()
                                && DeviceFate.of(status)
                                        .filter(Fate.Registered.class::isInstance)
                                        .isPresent());
    }
}

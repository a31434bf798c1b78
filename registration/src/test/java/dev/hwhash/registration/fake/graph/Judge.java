// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Intune makes of an import, as far as it lies in the record. A serial number of the form {@code E808...} ends in
 * that error; {@code DUP...} in {@code ZtdDeviceDuplicated}.
 */
final class Judge {

    /** {@code deviceErrorName} by {@code deviceErrorCode}, from the tables that Microsoft published. */
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(640, "StorageError"),
            Map.entry(801, "InvalidZtdRequestBody"),
            Map.entry(802, "InvalidZtdHardwareHash"),
            Map.entry(803, "MissingZtdSerialNumberAndProductKey"),
            Map.entry(806, "ZtdDeviceAlreadyAssigned"),
            Map.entry(807, "ZtdDeviceIsNotRegistered"),
            Map.entry(808, "ZtdDeviceAssignedToOtherTenant"),
            Map.entry(809, "ZtdProfileIsNotRegistered"),
            Map.entry(810, "ZtdProfileAssignedToOtherTenant"),
            Map.entry(811, "ZtdDeviceRegisteredByOtherTenant"),
            Map.entry(812, "ZtdDeviceNotFound"),
            Map.entry(813, "ZtdDeviceIsNotUnique"),
            Map.entry(814, "ZtdDeviceAlreadyAadRegistered"),
            Map.entry(815, "ZtdDeviceHasNoAssignedProfile"));

    static final Verdict ALREADY = error(806);
    static final Verdict ELSEWHERE = error(808);
    /** Microsoft publishes its name without a number. */
    static final Verdict DUPLICATED = Verdict.error(0, "ZtdDeviceDuplicated");

    private static final Pattern SCRIPTED = Pattern.compile("E([0-9]{3}).*");

    private Judge() {}

    static Verdict error(int code) {
        return Verdict.error(code, NAMES.getOrDefault(code, "UnpublishedError"));
    }

    /** Returns the end that the record itself brings about; empty where it depends on others. */
    static Optional<Verdict> ofItself(ImportRecord record) {
        Matcher scripted = SCRIPTED.matcher(record.serialNumber());
        if (scripted.matches()) {
            return Optional.of(error(Integer.parseInt(scripted.group(1))));
        }
        if (record.serialNumber().startsWith("DUP")) {
            return Optional.of(DUPLICATED);
        }
        byte[] hash = Base64.getDecoder().decode(record.hash());
        return hash.length > 2 && hash[0] == 'O' && hash[1] == 'A' ? Optional.empty() : Optional.of(error(802));
    }

    /** Returns the end that records of the same POST bring about. */
    static boolean isDuplicated(ImportRecord record, List<ImportRecord> earlier) {
        return earlier.stream()
                .anyMatch(other -> other.request() == record.request()
                        && !other.id().equals(record.id())
                        && other.hash().equals(record.hash()));
    }
}

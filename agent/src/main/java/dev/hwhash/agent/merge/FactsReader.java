// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.index.Claim;
import dev.hwhash.device.index.Claim.Soundness;
import dev.hwhash.device.table.DeviceRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads of rows what decides which of them are one device, and which of those counts. Immutable and thread-safe. */
final class FactsReader {

    private final boolean namesOnly;
    private final Instant now;

    /** Of a format without a hash, a device is what its names say. */
    FactsReader(Optional<Format> format, Instant now) {
        this.namesOnly = format.equals(Optional.of(Format.CORPORATE_IDENTIFIERS));
        this.now = now;
    }

    List<RowFacts> of(List<DeviceRow> rows) {
        List<RowFacts> facts = new ArrayList<>(rows.size());
        for (DeviceRow row : rows) {
            facts.add(of(row));
        }
        return facts;
    }

    RowFacts of(DeviceRow row) {
        Optional<HashReading> reading = row.readHash();
        Optional<HardwareHash> hash = reading.isPresent() && reading.get() instanceof HardwareHash intact
                ? Optional.of(intact)
                : Optional.empty();
        Soundness soundness =
                hash.isPresent() ? Soundness.INTACT : reading.isPresent() ? Soundness.DAMAGED : Soundness.NO_HASH;
        DeviceIdentity identity = DeviceIdentity.of(
                row.value(Field.SERIAL_NUMBER), row.value(Field.MANUFACTURER), row.value(Field.MODEL), hash);
        Claim claim = Claim.of(
                namesOnly ? Soundness.NO_HASH : soundness, timeThatCounts(hash), collectedAt(row), content(row));
        return new RowFacts(
                row.line(), namesOnly ? names(identity) : identity, claim, soundness, Lent.known(row, identity));
    }

    /** As Intune compares corporate identifiers, and as they are written. */
    private static DeviceIdentity names(DeviceIdentity identity) {
        return new DeviceIdentity(
                Optional.empty(),
                Optional.empty(),
                identity.serialNumber(),
                identity.manufacturer().map(FactsReader::withoutPoints),
                identity.model().map(FactsReader::withoutPoints));
    }

    private static String withoutPoints(String name) {
        return name.replace(".", "").replace(",", "");
    }

    /** A clock before the build of its own Windows, or in the future, says nothing. */
    Optional<Instant> timeThatCounts(Optional<HardwareHash> hash) {
        return hash.flatMap(HardwareHash::capture).flatMap(made -> made.believableTime(now));
    }

    private static Optional<Instant> collectedAt(DeviceRow row) {
        String time = row.value(Field.COLLECTED_AT).strip();
        if (time.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(time));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int content(DeviceRow row) {
        CRC32C sum = new CRC32C();
        add(sum, row.value(Field.SERIAL_NUMBER));
        add(sum, row.value(Field.HARDWARE_HASH));
        for (Field field : Lent.FIELDS) {
            add(sum, row.value(field));
        }
        return (int) sum.getValue();
    }

    private static void add(CRC32C sum, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        sum.update(bytes, 0, bytes.length);
        sum.update(0);
    }
}

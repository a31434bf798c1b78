// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.HashMark;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.table.DeviceRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a row of any file into a device of a format: what the row lacks comes out of its hash. A pure function;
 * immutable and thread-safe.
 */
public final class RowConversion {

    private static final Field[] VALUES = {
        Field.SERIAL_NUMBER,
        Field.WINDOWS_PRODUCT_ID,
        Field.MANUFACTURER,
        Field.MODEL,
        Field.GROUP_TAG,
        Field.ASSIGNED_USER,
        Field.COLLECTED_AT,
        Field.SOURCE
    };

    /** What people have entered and would miss. */
    private static final Set<Field> ENTERED =
            Collections.unmodifiableSet(EnumSet.of(Field.WINDOWS_PRODUCT_ID, Field.GROUP_TAG, Field.ASSIGNED_USER));

    private final Format format;
    private final Format needs;
    private final boolean withProductId;

    /**
     * What came of a row.
     *
     * @param device what the new row says, without its hash
     * @param hash its hash, intact
     * @param refusal why there is no new row, in words without the place; empty: there is one
     * @param leftOut fields that the row has and the format does not
     */
    public record Converted(
            DeviceRecord device, Optional<HardwareHash> hash, Optional<String> refusal, Set<Field> leftOut) {

        /** Copies the set. */
        public Converted {
            leftOut = Set.copyOf(leftOut);
        }
    }

    /**
     * Makes a conversion.
     *
     * @param format what the rows become
     * @param withProductId whether a product ID that the row lacks is taken out of its hash
     */
    public RowConversion(Format format, boolean withProductId) {
        this(format, format, withProductId);
    }

    /**
     * Makes a conversion of rows that need less than they hold.
     *
     * @param format what the rows become
     * @param needs the format without whose fields there is no row
     * @param withProductId whether a product ID that the row lacks is taken out of its hash
     */
    public RowConversion(Format format, Format needs, boolean withProductId) {
        this.format = format;
        this.needs = needs;
        this.withProductId = withProductId;
    }

    /**
     * Converts a row.
     *
     * @param row a row of any file
     * @return the device, or why there is none
     */
    public Converted of(DeviceRow row) {
        if (hasMoreValuesThanNames(row)) {
            String why = "it has " + row.cells().size() + " values in " + row.columnCount()
                    + " columns, so that nobody knows which is whose; put a value that holds the separator in quotes";
            return new Converted(DeviceRecord.EMPTY, Optional.empty(), Optional.of(why), Set.of());
        }
        Optional<HashReading> reading = row.readHash();
        if (reading.isPresent() && reading.get() instanceof DamagedHash damaged && holds(Field.HARDWARE_HASH)) {
            String why = "the hardware hash is damaged: " + damaged.why() + " ("
                    + HashMark.of(row.value(Field.HARDWARE_HASH)) + "); capture that device again";
            return new Converted(DeviceRecord.EMPTY, Optional.empty(), Optional.of(why), Set.of());
        }
        Optional<HardwareHash> hash = reading.isPresent() && reading.get() instanceof HardwareHash intact
                ? Optional.of(intact)
                : Optional.empty();
        Set<Field> leftOut = EnumSet.noneOf(Field.class);
        DeviceRecord device = device(row, hash, leftOut);
        Optional<HardwareHash> kept = holds(Field.HARDWARE_HASH) ? hash : Optional.empty();
        return new Converted(device, kept, lack(device, kept), leftOut);
    }

    /** As "VMware, Inc." makes without quotes. Excel leaves empty ones, which say nothing. */
    private static boolean hasMoreValuesThanNames(DeviceRow row) {
        for (int i = row.columnCount(); i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Field field) {
        return format.held().contains(field);
    }

    private DeviceRecord device(DeviceRow row, Optional<HardwareHash> hash, Set<Field> leftOut) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : VALUES) {
            String value = row.value(field).strip();
            if (holds(field)) {
                values.put(field, value.isEmpty() && hash.isPresent() ? inHash(field, hash.get()) : value);
            } else if (!value.isEmpty() && ENTERED.contains(field)) {
                leftOut.add(field);
            }
        }
        return new DeviceRecord(values);
    }

    private String inHash(Field field, HardwareHash hash) {
        return switch (field) {
            case SERIAL_NUMBER -> hash.serialNumber().orElse("").strip();
            case MANUFACTURER -> hash.manufacturer().orElse("").strip();
            case MODEL -> hash.productName().orElse("").strip();
            case WINDOWS_PRODUCT_ID -> withProductId ? hash.productKeyId().orElse("") : "";
            case COLLECTED_AT ->
                hash.capture().map(made -> made.osSystemTime().toString()).orElse("");
            default -> "";
        };
    }

    private Optional<String> lack(DeviceRecord device, Optional<HardwareHash> hash) {
        Set<Field> known = EnumSet.noneOf(Field.class);
        known.addAll(device.values().keySet());
        if (hash.isPresent()) {
            known.add(Field.HARDWARE_HASH);
        }
        return needs.lack(known);
    }
}

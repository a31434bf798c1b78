// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one device: a value for each known {@link Field}. A blank value says nothing and is dropped; any
 * other value is kept to the letter, blanks around it too. Immutable and thread-safe.
 *
 * @param values the known facts, none of them blank
 */
public record DeviceRecord(Map<Field, String> values) {

    /** A device of which nothing is known. */
    public static final DeviceRecord EMPTY = new DeviceRecord(Map.of());

    /** Copies the values and drops the blank ones. */
    public DeviceRecord {
        Map<Field, String> known = new EnumMap<>(Field.class);
        for (Map.Entry<Field, String> value : values.entrySet()) {
            if (!value.getValue().isBlank()) {
                known.put(value.getKey(), value.getValue());
            }
        }
        values = Collections.unmodifiableMap(known);
    }

    /**
     * Returns what is known of a field.
     *
     * @param field which fact
     * @return the value, or empty where it is not known
     */
    public Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /**
     * Returns this record with one value set, or removed by a blank one.
     *
     * @param field which fact
     * @param value its value; blank: not known
     * @return a new record
     */
    public DeviceRecord with(Field field, String value) {
        Map<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(values);
        changed.put(field, value);
        return new DeviceRecord(changed);
    }

    /**
     * Returns this record with what another one knows and this one does not.
     *
     * @param other where to look for what is missing here
     * @return a new record
     */
    public DeviceRecord filledFrom(DeviceRecord other) {
        Map<Field, String> merged = new EnumMap<>(Field.class);
        merged.putAll(other.values);
        merged.putAll(values);
        return new DeviceRecord(merged);
    }

    /** Names the known fields only: a hardware hash never reaches a message. */
    @Override
    public String toString() {
        return "DeviceRecord" + values.keySet();
    }
}

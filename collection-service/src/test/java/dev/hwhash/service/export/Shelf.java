// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.export;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices in memory. */
final class Shelf implements DeviceSnapshot {

    private final List<DeviceRecord> shelved;
    private Iterator<DeviceRecord> devices;
    private final Set<Field> fields;
    private final Set<Field> optional = EnumSet.noneOf(Field.class);
    private long id;
    boolean closed;

    Shelf(List<DeviceRecord> devices, Set<Field> fields) {
        this.shelved = devices;
        this.devices = devices.iterator();
        this.fields = fields;
        devices.forEach(device -> optional.addAll(device.values().keySet()));
        optional.retainAll(EnumSet.of(Field.GROUP_TAG, Field.ASSIGNED_USER));
        optional.retainAll(fields);
    }

    @Override
    public Set<Field> optionalColumns() {
        return optional;
    }

    @Override
    public Optional<StoredDevice> next() {
        return devices.hasNext()
                ? Optional.of(new StoredDevice(++id, limited(devices.next(), fields)))
                : Optional.empty();
    }

    @Override
    public void rewind() {
        devices = shelved.iterator();
        id = 0;
    }

    @Override
    public void close() {
        closed = true;
    }

    static DeviceRecord limited(DeviceRecord device, Set<Field> fields) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.putAll(device.values());
        values.keySet().retainAll(fields);
        return new DeviceRecord(values);
    }
}

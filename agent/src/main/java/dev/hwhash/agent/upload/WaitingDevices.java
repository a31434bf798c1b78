// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.outbox.StoredReport;
import dev.hwhash.uploader.report.RegistrationTarget;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The devices that wait for a target already, by all that is sent of them. Not thread-safe. */
final class WaitingDevices {

    private final Outbox outbox;
    private final RegistrationTarget target;
    private Optional<Set<DeviceRecord>> known = Optional.empty();

    WaitingDevices(Outbox outbox, RegistrationTarget target) {
        this.outbox = outbox;
        this.target = target;
    }

    /** Returns false where the same device with the same facts waits, or was given before. */
    boolean add(DeviceRecord device) throws OutboxException {
        if (known.isEmpty()) {
            known = Optional.of(read());
        }
        return known.get().add(sent(device));
    }

    private Set<DeviceRecord> read() throws OutboxException {
        Set<DeviceRecord> devices = new HashSet<>();
        for (StoredReport stored : outbox.stored()) {
            if (stored.target().equals(target)) {
                stored.report().device().map(WaitingDevices::sent).ifPresent(devices::add);
            }
        }
        return devices;
    }

    /** When and how it was read is not sent. */
    private static DeviceRecord sent(DeviceRecord device) {
        return device.with(Field.COLLECTED_AT, "").with(Field.SOURCE, "");
    }
}

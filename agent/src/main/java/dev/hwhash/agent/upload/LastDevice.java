// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.Messages;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.SerialNumber;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.report.Report;
import dev.hwhash.uploader.report.Target;
import java.time.Instant;
import java.util.Optional;

/** What is remembered of the last device that was sent from here. */
final class LastDevice {

    private LastDevice() {}

    /** Tells whether that was this device, and the target has taken it. */
    static boolean wasReceived(Outbox outbox, DeviceRecord device, Target target, Messages messages) {
        Optional<String> serial = device.value(Field.SERIAL_NUMBER);
        if (serial.isEmpty() || SerialNumber.isPlaceholder(serial.get())) {
            return false;
        }
        try {
            Optional<LastReceipt> receipt = outbox.lastReceipt().read();
            return receipt.isPresent()
                    && receipt.get().state() == LastReceipt.State.RECEIVED
                    && receipt.get().serialNumber().equals(serial)
                    && receipt.get().target().equals(target);
        } catch (OutboxException e) {
            messages.warning("receipt-not-read", e.getMessage());
            return false;
        }
    }

    static void remember(Outbox outbox, Report report, Target target, LastReceipt.State state) throws OutboxException {
        outbox.lastReceipt().write(new LastReceipt(report.serialNumber(), Instant.now(), report.id(), target, state));
    }
}

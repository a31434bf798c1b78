// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.table.CannotHoldException;

/** A device does not fit a file. The message says which device, which value, and why. */
final class RowRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Field field;

    RowRefusedException(DeviceRecord device, CannotHoldException why) {
        super(device.value(Field.SERIAL_NUMBER).map(serial -> serial + ": ").orElse("") + why.getMessage());
        this.field = why.field();
    }

    /** Returns whose value it is. */
    Field field() {
        return field;
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

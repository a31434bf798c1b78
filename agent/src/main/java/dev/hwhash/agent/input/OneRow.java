// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.input;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.FileLayout;
import dev.hwhash.device.table.RowReader;
import java.util.List;

/** The one device of a file that has no rows. */
final class OneRow implements RowReader {

    private final DeviceRecord device;
    private boolean read;

    OneRow(DeviceRecord device) {
        this.device = device;
    }

    @Override
    public List<DeviceRow> next() {
        if (read) {
            return List.of();
        }
        read = true;
        return List.of(DeviceRow.of(1, device));
    }

    @Override
    public FileLayout layout() {
        return FileLayout.ofDevices(Format.AUTOPILOT);
    }

    @Override
    public void close() {}
}

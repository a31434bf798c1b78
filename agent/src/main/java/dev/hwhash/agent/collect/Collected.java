// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.ShortCode;
import dev.hwhash.uploader.outbox.LastReceipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of the devices of one run, for whoever shows it to a person. Not thread-safe. */
public final class Collected {

    private final List<DeviceRecord> rows = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private Optional<LastReceipt.State> sent = Optional.empty();
    private Optional<ShortCode> code = Optional.empty();

    Collected() {}

    void toWrite(List<DeviceRecord> sound) {
        rows.addAll(sound);
    }

    void written(Path file) {
        files.add(file);
    }

    void sent(LastReceipt.State how, Optional<ShortCode> by) {
        sent = Optional.of(how);
        code = by;
    }

    /**
     * Returns the devices that were read and are sound.
     *
     * @return none if there was nothing to write
     */
    public List<DeviceRecord> rows() {
        return List.copyOf(rows);
    }

    /**
     * Returns the files that hold them now, in the order of the devices.
     *
     * @return none if no file took them
     */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /**
     * Returns how far the last of them came on its way to the service.
     *
     * @return empty where no outbox has it
     */
    public Optional<LastReceipt.State> sent() {
        return sent;
    }

    /**
     * Returns by what the service's page finds the last of them.
     *
     * @return empty where no outbox has it
     */
    public Optional<ShortCode> code() {
        return code;
    }
}

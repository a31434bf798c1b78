// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.DurableFolder;
import dev.hwhash.uploader.outbox.OutboxException.Reason;

/** Whether another report fits within the limits. */
final class Room {

    /** The service takes 64 KiB; with what stands before it. */
    static final int LARGEST_FILE = 68 * 1024;

    private Room() {}

    static void require(DurableFolder folder, OutboxLimits limits, int bytes)
            throws OutboxException, DeviceFileException {
        if (bytes > LARGEST_FILE) {
            throw new OutboxException(
                    Reason.TOO_LARGE,
                    "the report has " + bytes + " bytes, more than the " + LARGEST_FILE
                            + " that a service takes; check the hash with hwhash decode",
                    null);
        }
        long waiting = 0;
        int reports = 0;
        for (String name : folder.names()) {
            if (FileNames.isReport(name)) {
                reports++;
                waiting += bytes(folder, name);
            }
        }
        if (reports >= limits.reports()) {
            throw full(folder, reports + " reports wait, of " + limits.reports());
        }
        if (waiting + bytes > limits.bytes()) {
            throw full(folder, waiting + " bytes wait, of " + limits.bytes());
        }
    }

    /** What is no file takes no room; whoever sends sets it aside. */
    private static long bytes(DurableFolder folder, String name) throws DeviceFileException {
        try {
            return folder.bytes(name).orElse(0L);
        } catch (DeviceFileException e) {
            if (e.reason() == DeviceFileException.Reason.LINK || e.reason() == DeviceFileException.Reason.NOT_A_FILE) {
                return 0;
            }
            throw e;
        }
    }

    private static OutboxException full(DurableFolder folder, String seen) {
        return new OutboxException(
                Reason.FULL,
                "the outbox " + folder.path() + " is full: " + seen + "; let it be sent with hwhash upload",
                null);
    }
}

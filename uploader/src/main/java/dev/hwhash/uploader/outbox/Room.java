// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.device.file.DurableFolder;
import dev.hwhash.uploader.outbox.OutboxException.Reason;
import java.util.Collection;
import java.util.List;

/** Whether more reports fit within the limits. */
final class Room {

    /** The service takes 64 KiB; with what stands before it. */
    static final int LARGEST_FILE = 68 * 1024;

    private Room() {}

    /** Takes the names in the folder, and what shall be added. */
    static void require(DurableFolder folder, List<String> names, OutboxLimits limits, Collection<byte[]> added)
            throws OutboxException, DeviceFileException {
        long adding = 0;
        for (byte[] file : added) {
            requireSize(file.length);
            adding += file.length;
        }
        long waiting = 0;
        int reports = 0;
        for (String name : names) {
            if (FileNames.isReport(name)) {
                reports++;
                waiting += bytes(folder, name);
            }
        }
        if (reports + added.size() > limits.reports()) {
            throw full(folder, reports, "reports", limits.reports(), added.size());
        }
        if (waiting + adding > limits.bytes()) {
            throw full(folder, waiting, "bytes", limits.bytes(), adding);
        }
    }

    private static void requireSize(int bytes) throws OutboxException {
        if (bytes > LARGEST_FILE) {
            throw new OutboxException(
                    Reason.TOO_LARGE,
                    "the report has " + bytes + " bytes, more than the " + LARGEST_FILE
                            + " that a service takes; check the hash with hwhash decode",
                    null);
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

    private static OutboxException full(DurableFolder folder, long waiting, String unit, long most, long adding) {
        return new OutboxException(
                Reason.FULL,
                "the outbox " + folder.path() + " is full: " + waiting + " " + unit + " wait, of " + most + ", and "
                        + adding + " more do not fit; let it be sent with hwhash upload",
                null);
    }
}

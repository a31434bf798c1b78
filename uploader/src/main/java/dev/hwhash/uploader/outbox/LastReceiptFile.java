// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import dev.hwhash.device.file.DeviceFile;
import dev.hwhash.uploader.outbox.OutboxException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The file {@code last.json} in an outbox: one JSON object in ASCII. Immutable and thread-safe. */
public final class LastReceiptFile {

    /** Its name, on which scripts may rely. */
    public static final String NAME = "last.json";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;
    private final Path path;
    private final DeviceFile file;

    LastReceiptFile(Path folder) {
        this.folder = folder;
        this.path = folder.resolve(NAME);
        this.file = new DeviceFile(path, true);
    }

    /**
     * Returns where the file is.
     *
     * @return an absolute path
     */
    public Path path() {
        return path;
    }

    /**
     * Replaces the receipt in one step.
     *
     * @param receipt what has become of a report
     * @throws OutboxException if it cannot be written; the one before is kept
     */
    public void write(LastReceipt receipt) throws OutboxException {
        byte[] content = LastReceiptJson.write(receipt);
        Outbox.reading(() -> {
            file.<RuntimeException>create(sink -> sink.write(content), true, PATIENCE);
            return true;
        });
    }

    /**
     * Reads the receipt.
     *
     * @return the receipt; empty where there is none yet
     * @throws OutboxException if the file cannot be read, or holds something else
     */
    public Optional<LastReceipt> read() throws OutboxException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        return Outbox.reading(() -> {
            Optional<byte[]> content = file.read();
            if (content.isEmpty()) {
                return Optional.empty();
            }
            Optional<LastReceipt> receipt = LastReceiptJson.read(content.get());
            if (receipt.isEmpty()) {
                throw new OutboxException(
                        Reason.DISK, "cannot read " + path + ": it is no receipt; delete it and collect again", null);
            }
            return receipt;
        });
    }

    /** Names the path. */
    @Override
    public String toString() {
        return path.toString();
    }
}

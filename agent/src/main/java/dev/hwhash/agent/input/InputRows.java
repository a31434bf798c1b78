// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.input;

import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.FileLayout;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.RowReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;

/** The rows of an input file, some at a time. Not thread-safe; the rows it gives may be used by any thread. */
public final class InputRows implements Closeable {

    private final RowReader reader;
    private final LongSupplier position;

    InputRows(RowReader reader, LongSupplier position) {
        this.reader = reader;
        this.position = position;
    }

    /**
     * Returns how much of the file has been read.
     *
     * @return bytes; fewer than the file has where it was recognised by less
     */
    public long bytesRead() {
        return position.getAsLong();
    }

    /**
     * Reads the next rows, as many as were at hand.
     *
     * @return rows in the file's order; empty at its end
     * @throws InputRefusedException if the file cannot be read, or breaks off in a way that leaves no row to go on with
     */
    public List<DeviceRow> next() throws InputRefusedException {
        try {
            return reader.next();
        } catch (IOException e) {
            throw InputRefusedException.of(e);
        } catch (NotADeviceFileException e) {
            throw new InputRefusedException(e.getMessage());
        }
    }

    /**
     * Returns what the file is, apart from its rows; whole when all rows were read.
     *
     * @return the layout as far as it is known now
     */
    public FileLayout layout() {
        return reader.layout();
    }

    /** Closes the file. That it was only read makes a failure meaningless. */
    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            return;
        }
    }
}

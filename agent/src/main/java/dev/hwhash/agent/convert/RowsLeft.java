// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.convert.RowText.Written;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.file.Content;
import dev.hwhash.device.table.DeviceRow;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The rows of an input that no part has yet, converted one after the other. Not thread-safe. */
final class RowsLeft {

    private final ConvertRequest request;
    private final InputRows rows;
    private final Conversion conversion;
    private final Progress progress;
    private final Deque<DeviceRow> read = new ArrayDeque<>();
    private final Deque<Written> ready = new ArrayDeque<>();

    RowsLeft(ConvertRequest request, InputRows rows, Conversion conversion, Progress progress) {
        this.request = request;
        this.rows = rows;
        this.conversion = conversion;
        this.progress = progress;
    }

    /** Makes the next row ready; false where there is none. */
    boolean fill() throws PassEndedException {
        while (ready.isEmpty()) {
            if (read.isEmpty() && !readMore()) {
                return false;
            }
            Written written = conversion.text().of(List.of(read.remove()));
            conversion.note(written);
            if (written.rows() > 0) {
                ready.add(written);
            }
        }
        return true;
    }

    private boolean readMore() throws PassEndedException {
        try {
            read.addAll(rows.next());
            progress.step(rows.bytesRead(), read.size());
            return !read.isEmpty();
        } catch (InputRefusedException e) {
            throw Conversion.refused(request, e);
        }
    }

    /** Writes a file of that many rows, or of those that there are. */
    void writePart(int most, Content.Sink sink) throws IOException, PassEndedException {
        sink.write(conversion.text().start());
        for (int i = 0; i < most && fill(); i++) {
            sink.write(ready.remove().bytes());
        }
    }
}

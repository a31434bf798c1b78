// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.agent.bulk.RowWork;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.table.DeviceRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the sources again, and notices where one is not what it was. */
final class Rereading {

    private final Surveyed surveyed;
    private final Opening opening;
    private final Steps steps;
    private long bytesBefore;

    /** How a file is opened. */
    interface Opening {
        InputFile of(Source source);
    }

    /** What is done with rows, by any thread. */
    interface Work<R> {
        R on(Source source, List<DeviceRow> rows);
    }

    /** What is done with the results, in the order of the rows. */
    interface Taker<R> {
        /** Returns how many of the rows of the source these results are of. */
        int take(Source source, R result) throws IOException;
    }

    /** Who is told how far it is. */
    interface Steps {
        void step(long bytes, int rows);
    }

    Rereading(Surveyed surveyed, Opening opening, Steps steps) {
        this.surveyed = surveyed;
        this.opening = opening;
        this.steps = steps;
    }

    <R> void run(Work<R> work, Taker<R> taker) throws IOException, MergeEndedException {
        for (Source source : surveyed.sources()) {
            if (!source.isUnchanged()) {
                throw new MergeEndedException(source.changed());
            }
            int rows = read(source, work, taker);
            if (rows != source.rows() || !source.isUnchanged()) {
                throw new MergeEndedException(source.changed());
            }
            bytesBefore += source.stamp().size();
        }
    }

    private <R> int read(Source source, Work<R> work, Taker<R> taker) throws IOException, MergeEndedException {
        int rows = 0;
        try (InputRows input = opening.of(source).open();
                RowWork<R> batches = new RowWork<>(input, batch -> work.on(source, batch))) {
            for (Optional<R> result = batches.next(); result.isPresent(); result = batches.next()) {
                int taken = taker.take(source, result.get());
                rows += taken;
                steps.step(bytesBefore + input.bytesRead(), taken);
            }
        } catch (InputRefusedException e) {
            if (!source.broken()) {
                throw new MergeEndedException(source.changed());
            }
        }
        return rows;
    }
}

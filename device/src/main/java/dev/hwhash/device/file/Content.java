// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.IOException;

/**
 * What a new file will hold, written piece by piece, so that it need not fit into memory.
 *
 * @param <E> why the content may not come to its end; then no file is made
 */
@FunctionalInterface
public interface Content<E extends Exception> {

    /** Takes the pieces of a content, in their order. */
    @FunctionalInterface
    interface Sink {

        /**
         * Adds bytes at the end.
         *
         * @param bytes the next piece; may be empty
         * @throws IOException if the disk does not take them; to be passed on as it is
         */
        void write(byte[] bytes) throws IOException;
    }

    /**
     * Writes the whole content.
     *
     * @param sink where to
     * @throws IOException if the sink threw it; never for a failure of what is read
     * @throws E if the content does not come to its end
     */
    void writeTo(Sink sink) throws IOException, E;
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is in an OA3.xml: the report of {@code oa3tool /Report}, whose root element {@code Key} holds a
 * {@code HardwareHash}. Immutable and thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/oa3-command-line-config-file-syntax">OA3
 *     command line and configuration file syntax</a>
 */
public sealed interface Oa3Report {

    /** The largest report that is read, in bytes; a real one has about 5 KB. */
    int MAX_BYTES = 1 << 20;

    /**
     * The report holds a hardware hash.
     *
     * @param hardwareHash its text without blanks around it, not blank, not decoded
     */
    record Found(String hardwareHash) implements Oa3Report {

        /** Tells the length alone: a hardware hash never reaches a message. */
        @Override
        public String toString() {
            return "Found[" + hardwareHash.length() + " characters]";
        }
    }

    /**
     * The file is no report with a hardware hash in it.
     *
     * @param flaw which part is wrong and the value seen, about "it"; ASCII, without the file's name
     */
    record Refused(String flaw) implements Oa3Report {

        /**
         * Returns words on a file that somebody gave.
         *
         * @return the flaw and what to do
         */
        public String why() {
            return "the file is no report of oa3tool: " + flaw + "; give the OA3.xml that \"oa3tool /Report\" wrote";
        }
    }

    /**
     * Reads a file; of one that is too large only the first megabyte is touched.
     *
     * @param file any file
     * @return the report, or why it is none
     * @throws IOException if the file cannot be opened or read
     */
    static Oa3Report read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return parse(in.readNBytes(MAX_BYTES + 1));
        }
    }

    /**
     * Reads the content of a file in UTF-8 or UTF-16, with or without a byte order mark.
     *
     * @param content any bytes; not changed
     * @return the report, or why it is none
     */
    static Oa3Report parse(byte[] content) {
        if (content.length > MAX_BYTES) {
            return new Refused("it has more than " + MAX_BYTES + " bytes, which no report of oa3tool has");
        }
        return new Oa3Parser(Oa3Text.decode(content)).parse();
    }
}

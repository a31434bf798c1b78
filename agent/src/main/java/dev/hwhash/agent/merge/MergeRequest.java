// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asked of {@code merge}.
 *
 * @param inputs files and folders to read
 * @param output the file that is written
 * @param format what the rows become; empty: that of the inputs where they have one in common, else autopilot
 * @param encoding how the output is stored
 * @param ansi code page of inputs that are not Unicode
 * @param overwrite whether an output that is there may be replaced
 * @param strict whether devices in conflict fail the run
 */
public record MergeRequest(
        List<Path> inputs,
        Path output,
        Optional<Format> format,
        TextEncoding encoding,
        Charset ansi,
        boolean overwrite,
        boolean strict) {

    /** Copies the list. */
    public MergeRequest {
        inputs = List.copyOf(inputs);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.device.check.Importer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asked of {@code check}.
 *
 * @param inputs files and folders, in their order
 * @param importer who shall take the files; empty: whom their format is for
 * @param ansi code page of files that are not Unicode
 * @param json whether findings are told as JSON
 * @param copy where the corrected copy of the one file goes; empty: none is made
 * @param overwrite whether the copy may replace a file
 */
public record CheckRequest(
        List<Path> inputs,
        Optional<Importer> importer,
        Charset ansi,
        boolean json,
        Optional<Path> copy,
        boolean overwrite) {

    /** Copies the list. */
    public CheckRequest {
        inputs = List.copyOf(inputs);
    }
}

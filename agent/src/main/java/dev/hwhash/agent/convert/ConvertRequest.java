// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.convert;

import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody asked of {@code convert} or {@code split}.
 *
 * @param input the file that is read
 * @param output the file that is written; the folder of the parts for {@code split}
 * @param format what the rows become; empty: that of the input
 * @param encoding how the output is stored
 * @param ansi code page of an input that is not Unicode
 * @param withProductId whether a product ID that a row lacks is taken out of its hash
 * @param overwrite whether an output that is there may be replaced
 */
public record ConvertRequest(
        Path input,
        Path output,
        Optional<Format> format,
        TextEncoding encoding,
        Charset ansi,
        boolean withProductId,
        boolean overwrite) {}

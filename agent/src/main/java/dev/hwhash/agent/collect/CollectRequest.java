// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.upload.SendRequest;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asked of {@code collect}.
 *
 * @param output file or folder; empty: stdout, unless the row is sent
 * @param format format that was named
 * @param encoding encoding that was named
 * @param ansi code page of files that are not Unicode
 * @param given group tag and assigned user, as far as they were named
 * @param captures files to read instead of this PC; none: this PC
 * @param wmiTimeout how long WMI may take
 * @param oa3tool the oa3tool.exe to ask where WMI gives no hash; empty: in Windows PE it is looked for
 * @param upload how the row is to be sent; empty: not
 * @param once whether nothing is done for a PC that the service has already
 * @param strict whether a warning about a row keeps it from being written
 */
public record CollectRequest(
        Optional<Path> output,
        Optional<Format> format,
        Optional<TextEncoding> encoding,
        Charset ansi,
        DeviceRecord given,
        List<Path> captures,
        Duration wmiTimeout,
        Optional<Path> oa3tool,
        Optional<SendRequest> upload,
        boolean once,
        boolean strict) {

    /** Copies the list. */
    public CollectRequest {
        captures = List.copyOf(captures);
    }
}

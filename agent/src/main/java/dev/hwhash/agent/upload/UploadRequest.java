// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asked of {@code upload}.
 *
 * @param sending where to, and how
 * @param configuration the configuration that was named
 * @param files files and folders with devices; none: only what waits in the outbox
 * @param ansi code page of files that are not Unicode
 * @param startDelay the most of a random wait before anything is sent; zero: none
 * @param schedule whether a task of Windows shall send later what waits in the end
 */
public record UploadRequest(
        SendRequest sending,
        Optional<Path> configuration,
        List<Path> files,
        Charset ansi,
        Duration startDelay,
        boolean schedule) {

    /** Copies the list. */
    public UploadRequest {
        files = List.copyOf(files);
    }
}

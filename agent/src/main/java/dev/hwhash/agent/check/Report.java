// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.agent.json.JsonFinding;
import dev.hwhash.device.check.Finding;
import dev.hwhash.device.check.Shown;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Findings on stdout, one a line. Not thread-safe. */
final class Report {

    private static final int BUFFER = 1 << 16;

    private final OutputStream stdout;
    private final boolean json;

    Report(OutputStream stdout, boolean json) {
        this.stdout = new BufferedOutputStream(stdout, BUFFER);
        this.json = json;
    }

    /**
     * Tells a finding.
     *
     * @throws UncheckedIOException if stdout does not take it
     */
    void add(Path file, Finding finding) {
        String line = json ? JsonFinding.write(file.toString(), finding) : line(file, finding);
        try {
            stdout.write((line + '\n').getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file, Finding finding) {
        return Shown.ascii(file.toString()) + ":" + finding.line() + ": "
                + finding.rule().id() + ": " + finding.words();
    }

    /** Hands on what is held back. */
    void flush() {
        try {
            stdout.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

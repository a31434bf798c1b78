// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Messages that can be read afterwards. */
public final class RecordedMessages {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Messages messages = new Messages(
            new PrintStream(said, true, StandardCharsets.US_ASCII), Messages.Volume.NORMAL, Optional.empty());

    public Messages messages() {
        return messages;
    }

    public String text() {
        return said.toString(StandardCharsets.US_ASCII);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.configuration.ConfigurationReader;
import dev.hwhash.agent.configuration.Variables;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Sessions for tests of what a command does, without a command line. */
public final class Sessions {

    private Sessions() {}

    /** Makes one with a minute of time, and with the {@code hwhash.conf} that lies in the folder of the program. */
    public static Session in(Path program, boolean elevated, Messages messages) throws ProblemException {
        Variables none = name -> Optional.empty();
        return new Session(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                messages,
                new Deadline(Duration.ofMinutes(1)),
                elevated,
                new ConfigurationReader(none, program, false, false).read(Optional.empty()),
                program);
    }
}

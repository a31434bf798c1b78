// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.configuration.Configuration;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/** What one run of a command works with. Not thread-safe. */
public final class Session {

    private final InputStream stdin;
    private final OutputStream stdout;
    private final Messages messages;
    private final Deadline deadline;
    private final boolean elevated;
    private final Configuration configuration;
    private final Path program;
    private boolean hung;

    Session(
            InputStream stdin,
            OutputStream stdout,
            Messages messages,
            Deadline deadline,
            boolean elevated,
            Configuration configuration,
            Path program) {
        this.stdin = stdin;
        this.stdout = stdout;
        this.messages = messages;
        this.deadline = deadline;
        this.elevated = elevated;
        this.configuration = configuration;
        this.program = program;
    }

    /**
     * Returns where data comes from when the command line says {@code -}; nothing else asks for it.
     *
     * @return stdin, in bytes
     */
    public InputStream stdin() {
        return stdin;
    }

    /**
     * Returns where data goes.
     *
     * @return stdout, in bytes
     */
    public OutputStream stdout() {
        return stdout;
    }

    /**
     * Returns where words go.
     *
     * @return stderr and the log
     */
    public Messages messages() {
        return messages;
    }

    /**
     * Returns when the run must be over.
     *
     * @return the deadline of {@code --timeout}
     */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Returns whether somebody with fewer rights could misuse this process.
     *
     * @return true for an elevated process, for SYSTEM, and where that is not known
     */
    public boolean elevated() {
        return elevated;
    }

    /**
     * Returns what is configured beside the options.
     *
     * @return the settings of this run
     */
    public Configuration configuration() {
        return configuration;
    }

    /**
     * Returns where hwhash itself is.
     *
     * @return the folder of its jar
     */
    public Path program() {
        return program;
    }

    /** Notes that a native call has not come back, so that the process must be halted. */
    public void setHung() {
        hung = true;
    }

    boolean hung() {
        return hung;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.json.JsonTree;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** One run of {@code hwhash decode}. Used once. */
public final class Decode {

    private static final String STDIN = "-";

    private final String argument;
    private final boolean json;
    private final Charset ansi;
    private final Session session;
    private final OutputStream out;
    private final List<Problem> problems = new ArrayList<>();
    private int read;

    /** The output failed, not the input. */
    private static final class OutputException extends IOException {
        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * Makes a run.
     *
     * @param argument a file, the text of a hash, or {@code -} for stdin
     * @param json whether each hash becomes one JSON object a line
     * @param ansi the code page of files that are not Unicode
     * @param session what it works with
     */
    public Decode(String argument, boolean json, Charset ansi, Session session) {
        this.argument = argument;
        this.json = json;
        this.ansi = ansi;
        this.session = session;
        this.out = new BufferedOutputStream(session.stdout());
    }

    /**
     * Reads and prints.
     *
     * @return what is damaged; it is printed as far as it can be read
     * @throws ProblemException if there is nothing to decode, or stdout takes nothing
     */
    public List<Problem> run() throws ProblemException {
        String name = argument.equals(STDIN) ? "stdin" : argument;
        session.deadline().busyWith(ExitCode.INPUT_ERRORS, "input-timeout", name + " was read");
        try {
            DecodeInput input = new DecodeInput(ansi, new Printer());
            if (argument.equals(STDIN)) {
                input.stdin(session.stdin());
            } else {
                input.argument(argument);
            }
            if (read == 0) {
                throw new InputRefusedException("it holds no hash");
            }
        } catch (OutputException e) {
            throw notWritten(e);
        } catch (InputRefusedException | IOException e) {
            problems.add(new Problem(ExitCode.INPUT_ERRORS, "input-refused", name + ": " + words(e)));
        }
        flush();
        return problems;
    }

    private static String words(Exception e) {
        return e instanceof InputRefusedException
                ? String.valueOf(e.getMessage())
                : "it cannot be read: " + e.getMessage();
    }

    private void flush() throws ProblemException {
        try {
            out.flush();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static ProblemException notWritten(IOException e) {
        return new ProblemException(
                ExitCode.NOT_WRITTEN, "stdout-not-written", "stdout took no hash: " + e.getMessage());
    }

    /** Prints each hash when it is read: a file may hold many. */
    private final class Printer implements DecodeInput.Reader {

        @Override
        public void read(String place, String text) throws IOException {
            read++;
            DecodedHash hash = DecodedHash.of(place, text);
            String printed = json ? JsonTree.write(hash.outline().values()) + "\n" : OutlineText.of(hash);
            try {
                out.write(printed.getBytes(US_ASCII));
            } catch (IOException e) {
                throw new OutputException(e);
            }
            hash.damage()
                    .ifPresent(damage -> problems.add(new Problem(
                            ExitCode.INPUT_ERRORS,
                            "hash-damaged",
                            place + ": the hardware hash is damaged: " + damage.why() + " (" + hash.mark()
                                    + "); what can be read of it is shown")));
        }

        @Override
        public void readNone(String place) {
            session.messages().warning("hash-missing", place + ": the row has no hardware hash");
        }
    }
}

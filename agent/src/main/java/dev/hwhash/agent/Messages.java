// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.collector.StandardStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words for the person or the task sequence: to stderr, and all of them to the log. ASCII only, since a console's code
 * page is anyone's guess; other characters appear as {@code \\u00E9}. Safe for use by several threads.
 */
public final class Messages {

    /** How much reaches stderr; the log gets all. */
    enum Volume {
        /** Errors only. */
        QUIET,
        /** Errors, warnings and what was done. */
        NORMAL,
        /** All, with stack traces. */
        VERBOSE
    }

    private final PrintStream stderr;
    private final Volume volume;
    private final Optional<CmTraceLog> log;
    private String progress = "";
    private @Nullable Boolean watched;

    Messages(PrintStream stderr, Volume volume, Optional<CmTraceLog> log) {
        this.stderr = stderr;
        this.volume = volume;
        this.log = log;
    }

    /**
     * Tells whether errors alone are wanted.
     *
     * @return then nobody is to be asked anything either
     */
    public boolean isQuiet() {
        return volume == Volume.QUIET;
    }

    /**
     * Says what went wrong; for {@link Main} alone.
     *
     * @param problem what to report
     */
    void error(Problem problem) {
        say(CmTraceLog.Type.ERROR, "error", problem.id(), problem.words(), true);
    }

    /**
     * Says what deserves a look though the run goes on.
     *
     * @param id stable name for scripts
     * @param words what was seen and what to do
     */
    public void warning(String id, String words) {
        say(CmTraceLog.Type.WARNING, "warning", id, words, volume != Volume.QUIET);
    }

    /**
     * Says what was done.
     *
     * @param id stable name for scripts
     * @param words what was done
     */
    public void note(String id, String words) {
        say(CmTraceLog.Type.INFO, "note", id, words, volume != Volume.QUIET);
    }

    /**
     * Says what somebody has to do now, also where errors alone are wanted. It is in no log: what is typed somewhere is
     * nobody else's business.
     *
     * @param id stable name for scripts
     * @param words what to do
     */
    public synchronized void instruction(String id, String words) {
        stderr.println("hwhash: " + ascii("note " + id + ": " + HashMark.masked(words)));
        stderr.flush();
    }

    /**
     * Says how it was done.
     *
     * @param id stable name for scripts
     * @param words a detail for whoever looks for a fault
     */
    public void detail(String id, String words) {
        say(CmTraceLog.Type.INFO, "detail", id, words, volume == Volume.VERBOSE);
    }

    /** Shows where a failure came from, with {@code --verbose} only. */
    void trace(Throwable failure) {
        if (volume == Volume.VERBOSE) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            HashMark.masked(trace.toString())
                    .lines()
                    .forEach(line -> stderr.println(ascii(line.replace("\t", "    "))));
        }
    }

    /**
     * Shows how far a long run is, in place of what was shown before; only where somebody watches stderr.
     *
     * @param line some words; empty: takes the line away
     */
    public synchronized void progress(String line) {
        if (line.isEmpty() && progress.isEmpty()) {
            return;
        }
        if (watched == null) {
            watched = volume != Volume.QUIET && StandardStream.ERROR.isTerminal();
        }
        if (watched) {
            show(ascii(line));
        }
    }

    /**
     * Shows lines without the name of the program before each, for a person who looks at the screen from afar. They are
     * in no log.
     *
     * @param lines what to show; nothing of it where errors alone are wanted
     */
    public synchronized void show(List<String> lines) {
        for (String line : volume == Volume.QUIET ? List.<String>of() : lines) {
            stderr.println(ascii(HashMark.masked(line)));
        }
        stderr.flush();
    }

    private void show(String line) {
        String rest = " ".repeat(Math.max(0, progress.length() - line.length()));
        stderr.print("\r" + line + rest + "\r" + line);
        stderr.flush();
        progress = line;
    }

    private synchronized void say(CmTraceLog.Type type, String kind, String id, String words, boolean shown) {
        String line = ascii(kind + " " + id + ": " + HashMark.masked(words));
        if (shown) {
            if (!progress.isEmpty()) {
                show("");
            }
            stderr.println("hwhash: " + line);
        }
        log.ifPresent(file -> file.write(type, line));
    }

    /** Also keeps a value from a device or a file from moving the cursor or starting a new line. */
    static String ascii(String words) {
        StringBuilder ascii = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c >= ' ' && c <= '~') {
                ascii.append(c);
            } else {
                ascii.append(String.format("\\u%04X", (int) c));
            }
        }
        return ascii.toString();
    }
}

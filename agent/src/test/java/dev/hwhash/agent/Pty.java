// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.util.List;

/** A terminal for a command that is started behind these words: Python's module pty makes it. For POSIX only. */
public final class Pty {

    /** Types an answer behind each text that it waits for, prints what the terminal shows, ends as the command does. */
    private static final String SCRIPT = """
            import fcntl, os, pty, struct, sys, termios
            answers = [pair.split('=>', 1) for pair in sys.argv[1].split(';') if pair]
            child, screen = pty.fork()
            if child == 0:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 60, 200, 0, 0))
                mode = termios.tcgetattr(0)
                # Enter is a carriage return for Wine's console.
                mode[0] &= ~termios.ICRNL
                termios.tcsetattr(0, termios.TCSANOW, mode)
                os.execvp(sys.argv[2], sys.argv[2:])
            shown = b''
            while True:
                try:
                    some = os.read(screen, 4096)
                except OSError:
                    break
                if not some:
                    break
                shown += some
                sys.stdout.buffer.write(some)
                sys.stdout.buffer.flush()
                while answers and answers[0][0].encode() in shown:
                    os.write(screen, answers.pop(0)[1].encode().decode('unicode_escape').encode())
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
            """;

    private Pty() {}

    /**
     * Returns the words to put before a command.
     *
     * @param answers {@code text=>answer}, with semicolons between; an answer may have the escapes of Python
     */
    public static List<String> answering(String answers) {
        return List.of("python3", "-c", SCRIPT, answers);
    }
}

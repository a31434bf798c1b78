// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.Messages;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.SystemProgram;
import dev.hwhash.collector.StandardStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Somebody at the console of this process. One key is read by {@code choice.exe}, since Java reads lines alone; where
 * Windows has no such program, as in Windows PE, a line has to do.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/choice">choice</a>
 */
final class ConsolePerson implements Person {

    private static final Duration PAINTING = Duration.ofSeconds(5);

    /** What choice.exe says if it cannot ask. */
    private static final int CHOICE_FAILED = 255;

    private final Messages messages;
    private final TypedLines lines;
    private final Path choice;

    /** With the place of choice.exe, which need not be there. */
    ConsolePerson(Messages messages, TypedLines lines, Path choice) {
        this.messages = messages;
        this.lines = lines;
        this.choice = choice;
    }

    @Override
    public boolean isThere() {
        return !messages.isQuiet() && StandardStream.INPUT.isTerminal() && StandardStream.ERROR.isTerminal();
    }

    @Override
    public void show(List<String> screen) {
        messages.show(screen);
    }

    /** Only cmd knows how, in the old console and in the new one. */
    @Override
    public void paint(Verdict verdict) {
        if (OperatingSystem.isWindows()) {
            run(
                    SystemProgram.call(SystemProgram.of("cmd.exe"), List.of("/d", "/c", "color", verdict.colour())),
                    PAINTING);
        }
    }

    @Override
    public String how() {
        return Files.exists(choice) ? "Press its key" : "Type its key and press Enter";
    }

    @Override
    public Optional<Character> ask(List<String> screen, String keys, Optional<Character> usual, Duration patience) {
        lines.forget();
        show(screen);
        if (Files.exists(choice)) {
            int pressed = run(SystemProgram.call(choice, List.of("/c", keys, "/n")), patience);
            if (pressed != CHOICE_FAILED) {
                return pressed >= 1 && pressed <= keys.length()
                        ? Optional.of(keys.charAt(pressed - 1))
                        : Optional.empty();
            }
        }
        return typed(keys, usual, patience);
    }

    private Optional<Character> typed(String keys, Optional<Character> usual, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<String> line = lines.next(Duration.ofNanos(end - System.nanoTime()));
            if (line.isEmpty()) {
                return Optional.empty();
            }
            Optional<Character> key = TypedLines.key(line.get(), keys, usual);
            if (key.isPresent()) {
                return key;
            }
            show(List.of("|   That is none of the keys: " + keys));
        }
    }

    /** Returns the exit code; 0 where there was no end in time. */
    private static int run(ProcessBuilder call, Duration patience) {
        try {
            Process process = call.inheritIO().redirectOutput(Redirect.DISCARD).start();
            try {
                if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    return process.exitValue();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
            return 0;
        } catch (IOException e) {
            return CHOICE_FAILED;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The task {@code upload} in the folder {@code hwhash} of this PC. */
public final class UploadTask {

    private static final String NAME = "\\hwhash\\upload";

    private final TaskRequest request;
    private final Path program;
    private final Messages messages;

    private UploadTask(TaskRequest request, Path program, Messages messages) {
        this.request = request;
        this.program = program;
        this.messages = messages;
    }

    /**
     * Names the task; touches nothing.
     *
     * @param request the options that it repeats
     * @param program the folder of hwhash
     * @param session what the run works with
     * @return the task, to be settled when it is known what waits
     * @throws ProblemException elsewhere than on Windows, and without the right to make a task for SYSTEM
     */
    public static UploadTask of(TaskRequest request, Path program, Session session) throws ProblemException {
        if (!OperatingSystem.isWindows()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "schedule-not-windows",
                    "--schedule makes a task of Windows, and this is not Windows; run hwhash upload by cron or a timer");
        }
        if (!session.elevated()) {
            throw new ProblemException(
                    ExitCode.ACCESS_DENIED,
                    "schedule-denied",
                    "--schedule makes a task for SYSTEM, and this process is not elevated; run it as administrator");
        }
        return new UploadTask(request, program, session.messages());
    }

    /**
     * Registers the task where something waits, or removes it where it is there.
     *
     * @param waits whether the outbox still holds a report
     * @throws ProblemException if Windows does not register it
     */
    public void settle(boolean waits) throws ProblemException {
        try {
            if (waits) {
                register();
            } else {
                remove();
            }
        } catch (IOException e) {
            throw failed("schtasks.exe did not start: " + e.getMessage());
        }
    }

    private void register() throws IOException, ProblemException {
        Path file = Files.createTempFile(request.outbox(), "task", ".xml");
        try {
            String xml = new TaskDefinition(
                            executable(),
                            arguments(),
                            LocalDateTime.now(ZoneId.systemDefault()).plusMinutes(5))
                    .xml();
            Files.write(file, ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16LE));
            require("/Create", Schtasks.run(List.of("/Create", "/TN", NAME, "/XML", file.toString(), "/F")));
            messages.note("task-registered", "the task " + NAME + " sends each hour what waits in " + request.outbox());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A task that stays finds nothing to do in an hour, and is removed then. */
    private void remove() throws IOException {
        if (Schtasks.run(List.of("/Delete", "/TN", NAME, "/F")) == 0) {
            messages.note("task-removed", "nothing waits any more, so the task " + NAME + " is removed");
        } else if (Schtasks.run(List.of("/Query", "/TN", NAME)) == 0) {
            messages.warning(
                    "task-not-removed", "nothing waits any more, but the task " + NAME + " could not be removed");
        }
    }

    private static void require(String verb, int ended) throws ProblemException {
        if (ended != 0) {
            throw failed("schtasks.exe " + verb + " ended with " + ended);
        }
    }

    private static ProblemException failed(String why) {
        return new ProblemException(
                ExitCode.NOT_WRITTEN,
                "schedule-failed",
                "the task " + NAME + " is not as it should be: " + why + "; look at the Task Scheduler");
    }

    private static String executable() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java.exe")
                        .toString());
    }

    /** A package starts by its own launcher; a JVM has to be told what to run. */
    private List<String> arguments() {
        List<String> words = new ArrayList<>();
        if (Path.of(executable())
                .getFileName()
                .toString()
                .toLowerCase(Locale.ROOT)
                .startsWith("java")) {
            words.addAll(List.of("-jar", program.resolve("hwhash.jar").toString()));
        }
        words.addAll(request.arguments());
        return words;
    }
}

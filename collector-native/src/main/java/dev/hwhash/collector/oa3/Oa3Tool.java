// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Microsoft's oa3tool.exe of the Windows ADK, which reads the hardware hash where there is no MDM bridge. Immutable and
 * thread-safe.
 */
public final class Oa3Tool {

    private final Path program;
    private final Oa3Verdict verdict;

    /**
     * Names the tool; nothing is started yet.
     *
     * @param program an existing file that this process may trust with its rights
     */
    public Oa3Tool(Path program) {
        this.program = program.toAbsolutePath();
        this.verdict = new Oa3Verdict(this.program);
    }

    /**
     * Has the tool report on this PC.
     *
     * @param folder an empty folder in which nobody else can write; what the run leaves there is the caller's to delete
     * @param patience how long the tool may take; it is then ended, which takes half a second more
     * @return what came of it
     * @throws IOException if the folder cannot be written or read
     */
    public Oa3Outcome report(Path folder, Duration patience) throws IOException {
        Oa3Job job = new Oa3Job(folder.toAbsolutePath());
        write(job.configuration(), job.configurationText());
        write(job.key(), job.keyText());
        ToolEnd end;
        try {
            end = ToolProcess.run(job.command(program), job.folder(), patience);
        } catch (IOException e) {
            // The system's own words: Java puts both paths before them.
            Throwable system = e.getCause() == null ? e : e.getCause();
            return verdict.notStarted(String.valueOf(system.getMessage()));
        }
        return end instanceof ToolEnd.Exited exited ? judge(job, exited) : verdict.overdue(patience);
    }

    private Oa3Outcome judge(Oa3Job job, ToolEnd.Exited end) throws IOException {
        try {
            return verdict.of(end, Oa3Report.read(job.report()));
        } catch (NoSuchFileException e) {
            return verdict.withoutReport(end);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}

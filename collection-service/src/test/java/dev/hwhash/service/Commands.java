// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.PostgreSqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The commands of docs/operations.md, run in a folder as they stand there. */
final class Commands {

    private static final Path PAGE = Path.of("..", "docs", "operations.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(sh|sql)\n(.*?)```");

    private final Path folder;
    private final PostgreSqlServer server;
    private final String database;

    /** Those on a database: PostgreSQL's programs find it as the page says, by the environment. */
    Commands(Path folder, PostgreSqlServer server, String database) {
        this.folder = folder;
        this.server = server;
        this.database = database;
    }

    /** Returns the blocks of commands of a section, in order. */
    static List<String> of(String heading) throws Exception {
        String text = Files.readString(PAGE);
        int start = text.indexOf("\n" + heading + "\n");
        if (start < 0) {
            throw new IllegalStateException("no section " + heading + " in " + PAGE);
        }
        int end = text.indexOf("\n## ", start + heading.length());
        return BLOCK.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .map(block -> block.group(2))
                .toList();
    }

    /** Runs a block to its end; what it says is in {@code commands.log}. */
    void run(String block, String input) throws Exception {
        Path log = folder.resolve("commands.log");
        Process process = started(block, log);
        process.getOutputStream().write(Bodies.utf8(input));
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(block + "failed: " + Files.readString(log));
        }
    }

    /** Starts a block of one command that goes on. */
    Process started(String block, Path log) throws Exception {
        // Without a terminal, so that a password is read from where this one writes it.
        ProcessBuilder builder = new ProcessBuilder("setsid", "--wait", "bash", "-e", "-c", block)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PGHOST", "127.0.0.1");
        builder.environment().put("PGPORT", Integer.toString(server.port()));
        builder.environment().put("PGUSER", "hwhash");
        builder.environment().put("PGPASSWORD", server.password());
        builder.environment().put("PGDATABASE", database);
        return builder.start();
    }
}

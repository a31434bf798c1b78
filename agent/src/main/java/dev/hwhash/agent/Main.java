// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.ConfigurationReader;
import dev.hwhash.agent.configuration.Variables;
import dev.hwhash.collector.JnaLibrary;
import dev.hwhash.collector.ProcessToken;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts hwhash, and is the only place that prints an error and exits. */
public final class Main {

    /** How long a run may take to end by itself after its deadline. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** How long the words on a missed deadline may take. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final OutputStream stdout;
    private final PrintStream stderr;
    private Messages messages;
    private boolean hung;

    private Main(OutputStream stdout, PrintStream stderr) {
        this.stdout = stdout;
        this.stderr = stderr;
        this.messages = new Messages(stderr, Messages.Volume.NORMAL, Optional.empty());
    }

    /**
     * Runs the command and exits with an {@link ExitCode}.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        Main main = new Main(new FileOutputStream(FileDescriptor.out), System.err);
        int code = main.run(List.of(args));
        System.err.flush();
        if (main.hung) {
            // An orderly exit could wait for the native call that never comes back.
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    private int run(List<String> args) {
        try {
            List<String> rewritten = ScriptArguments.rewritten(args, HwhashCommand.NAMES);
            CommandLine line = HwhashCommand.line(rewritten);
            ParseResult parsed = line.parseArgs(rewritten.toArray(new String[0]));
            return parsed.hasSubcommand() ? run(args, named(parsed)) : about(line, parsed);
        } catch (ParameterException e) {
            return report(List.of(new Problem(ExitCode.USAGE, "command-line", CommandLineWords.of(e))));
        } catch (ProblemException e) {
            return report(List.of(e.problem()));
        } catch (RuntimeException | Error e) {
            return reportDefect(e);
        }
    }

    private int about(CommandLine line, ParseResult parsed) {
        if (parsed.isVersionHelpRequested()) {
            return print("hwhash " + AgentVersion.ofThisProgram() + System.lineSeparator());
        }
        return print(line.getUsageMessage());
    }

    /** Returns the innermost command that is named: prepare of {@code stick prepare}. */
    private static ParseResult named(ParseResult parsed) {
        ParseResult named = parsed;
        while (named.hasSubcommand()) {
            named = named.subcommand();
        }
        return named;
    }

    private int run(List<String> args, ParseResult parsed) throws ProblemException {
        CommandLine line = parsed.commandSpec().commandLine();
        if (parsed.isUsageHelpRequested()) {
            return print(line.getUsageMessage());
        }
        if (!(parsed.commandSpec().userObject() instanceof Subcommand command)) {
            throw new ParameterException(
                    line,
                    "one of these has to follow: "
                            + String.join(", ", line.getSubcommands().keySet()));
        }
        Deadline deadline = new Deadline(command.common().timeout());
        deadline.watch(GRACE, this::halt);
        Path program = appFolder();
        JnaLibrary.loadFrom(program.resolve("lib"));
        boolean elevated = ProcessToken.ofThisProcess().elevated();
        Configuration configuration = new ConfigurationReader(
                        Variables.ofThisProcess(), program, OperatingSystem.isWindows(), elevated)
                .read(command.common().config());
        ConfiguredOptions.apply(parsed, configuration);
        deadline.endAfter(command.common().timeout());
        messages = command.common().messages(stderr, elevated);
        noteForScriptHands(args);
        for (Problem ignored : configuration.ignored()) {
            messages.warning(ignored.id(), ignored.words());
        }
        InputStream stdin = new FileInputStream(FileDescriptor.in);
        Session session = new Session(stdin, stdout, messages, deadline, elevated, configuration, program);
        List<Problem> problems = command.run(session);
        hung = session.hung();
        int code = report(problems);
        command.end();
        return code;
    }

    private void noteForScriptHands(List<String> args) {
        for (String arg : args) {
            String name = arg.toLowerCase(Locale.ROOT);
            if (name.equals("-outputfile") || name.startsWith("-outputfile:")) {
                messages.note("never-truncates", "-OutputFile adds to a file that exists, as with -Append");
            }
        }
    }

    private int report(List<Problem> problems) {
        for (Problem problem : problems) {
            messages.error(problem);
        }
        return ExitCode.of(problems).code();
    }

    private int reportDefect(Throwable defect) {
        messages.trace(defect);
        return report(List.of(new Problem(
                ExitCode.DEFECT,
                "defect",
                "a defect of hwhash: " + defect + "; please report it with the output of --verbose")));
    }

    /** The words get a second: stderr or the log may be what everything waits for. */
    private void halt(Problem overdue) {
        Thread lastWords = new Thread(() -> report(List.of(overdue)), "last-words");
        lastWords.setDaemon(true);
        lastWords.start();
        try {
            lastWords.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(overdue.exit().code());
    }

    private int print(String text) {
        PrintStream words = new PrintStream(stdout, true, StandardCharsets.US_ASCII);
        words.print(text);
        return words.checkError()
                ? report(List.of(new Problem(ExitCode.NOT_WRITTEN, "stdout-not-written", "stdout took no words")))
                : ExitCode.DONE.code();
    }

    private static Path appFolder() {
        try {
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = jar.getParent();
            return folder == null ? jar : folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has a location that is no path", e);
        }
    }
}

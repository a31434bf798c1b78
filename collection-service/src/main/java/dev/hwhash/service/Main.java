// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts the service or a command of it, and is the only place that prints an error and exits. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and exits with an exit code as the agent's.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        int code = run(args, System.out, System.err);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    private static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            CommandLine line = ServiceCommand.line();
            ParseResult parsed = line.parseArgs(args);
            ParseResult last = parsed;
            while (last.hasSubcommand()) {
                last = last.subcommand();
            }
            if (last.isUsageHelpRequested()) {
                out.print(last.commandSpec().commandLine().getUsageMessage());
                return ExitCode.DONE.code();
            }
            ((Command) last.commandSpec().userObject()).run(out);
            return ExitCode.DONE.code();
        } catch (ParameterException e) {
            return report(err, ExitCode.USAGE, "command-line", e.getMessage() + "; see --help");
        } catch (FailedException e) {
            return report(err, e.exit(), e.id(), e.words());
        } catch (RuntimeException | Error e) {
            e.printStackTrace(err);
            return report(err, ExitCode.DEFECT, "defect", "a defect of the service: " + e + "; please report it");
        }
    }

    private static int report(PrintStream err, ExitCode exit, String id, String words) {
        err.println("error: " + id + ": " + words);
        return exit.code();
    }
}

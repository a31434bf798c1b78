// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.Variables;
import dev.hwhash.collector.Answer;
import dev.hwhash.collector.WindowsPe;
import dev.hwhash.collector.oa3.Oa3Places;
import dev.hwhash.collector.oa3.Oa3Tool;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Has Microsoft's oa3tool read what WMI did not give; in Windows PE it is looked for, elsewhere it must be named. */
final class Oa3Source {

    /** It takes about ten seconds; one that takes ten times as long hangs. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Session session;
    private final Optional<Path> named;
    private final boolean windowsPe;

    Oa3Source(Session session, Optional<Path> named) {
        this.session = session;
        this.named = named;
        this.windowsPe = WindowsPe.isRunning();
    }

    /**
     * Returns the answers of WMI, completed where that is wanted and possible.
     *
     * @throws ProblemException if there is nothing at all
     */
    PcAnswers completed(PcAnswers wmi) throws ProblemException {
        if (!Oa3Rules.wanted(wmi.answers(), windowsPe, named.isPresent())) {
            return wmi;
        }
        Oa3Choice choice = Oa3Choice.of(named, places(), session.elevated());
        if (choice instanceof Oa3Choice.None none && !windowsPe) {
            session.messages().warning("oa3tool-not-run", none.why());
            return wmi;
        }
        Map<Field, Answer> answers = Oa3Rules.completed(wmi.answers(), answer(choice, wmi.answers()));
        Optional<Problem> nothing = Oa3Rules.nothing(answers);
        if (nothing.isPresent()) {
            throw new ProblemException(nothing.get());
        }
        return new PcAnswers(windowsPe ? "oa3tool-winpe" : "oa3tool", answers);
    }

    private Answer answer(Oa3Choice choice, Map<Field, Answer> wmi) {
        if (choice instanceof Oa3Choice.Chosen chosen) {
            note(chosen.program(), wmi);
            return run(chosen.program());
        }
        return new Answer.Absent("this is Windows PE, which has no MDM bridge, and " + ((Oa3Choice.None) choice).why());
    }

    private void note(Path program, Map<Field, Answer> wmi) {
        String why = !windowsPe && wmi.get(Field.HARDWARE_HASH) instanceof Answer.NoValue none
                ? "WMI gave no hardware hash (" + none.why() + ")"
                : "this is Windows PE";
        session.messages().note("oa3tool-asked", why + "; " + program + " is asked");
    }

    /** Once more for a hash that is damaged, as WMI is asked. */
    private Answer run(Path program) {
        Oa3Tool tool = new Oa3Tool(program);
        session.deadline().busyWith(ExitCode.WMI_FAILED, "oa3tool-timeout", "oa3tool was running");
        long end = System.nanoTime() + patience().toNanos();
        Answer first = runOnce(tool, patience());
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || !(first instanceof Answer.Found found) || !isDamaged(found.value())) {
            return first;
        }
        Answer second = runOnce(tool, left);
        return second instanceof Answer.Found ? second : first;
    }

    private Duration patience() {
        Duration left = session.deadline().remaining();
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private Answer runOnce(Oa3Tool tool, Duration patience) {
        boolean guarded = session.elevated() && !windowsPe;
        try (Oa3Folder folder = Oa3Folder.make(guarded, session.messages())) {
            return Oa3Rules.answer(tool.report(folder.path(), patience));
        } catch (IOException e) {
            return new Answer.Failed(
                    OptionalInt.empty(),
                    "oa3tool cannot be run, as its files cannot be kept in " + System.getProperty("java.io.tmpdir")
                            + " (" + e.getClass().getSimpleName() + "); set TEMP to a folder with room");
        }
    }

    private static boolean isDamaged(String text) {
        return HardwareHash.read(text) instanceof DamagedHash;
    }

    private List<Path> places() {
        Optional<Path> programFiles =
                Variables.ofThisProcess().value("ProgramFiles(x86)").flatMap(Oa3Source::path);
        return Oa3Places.of(session.program(), programFiles, System.getProperty("os.arch", ""));
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}

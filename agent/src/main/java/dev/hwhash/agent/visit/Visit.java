// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.SystemProgram;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.OwnFolder;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.agent.configuration.Variables;
import dev.hwhash.collector.ElevatedRun;
import dev.hwhash.collector.WindowsPe;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of {@code hwhash stick collect}. Used once. */
public final class Visit {

    /** For the other run with all that it may ask. */
    private static final Duration ELEVATED = Duration.ofMinutes(30);

    private final VisitRequest request;
    private final Charset ansi;
    private final Duration wmiTimeout;
    private final Session session;
    private final OwnFolder own;
    private final Surroundings around;
    private Optional<Outcome> outcome = Optional.empty();

    /**
     * What a visit meets.
     *
     * @param windows whether this is Windows
     * @param person whoever sits there
     * @param rights what runs it as administrator
     * @param power what turns the PC off
     */
    record Surroundings(boolean windows, Person person, Rights rights, PowerSwitch power) {}

    Visit(
            VisitRequest request,
            Charset ansi,
            Duration wmiTimeout,
            Session session,
            OwnFolder own,
            Surroundings around) {
        this.request = request;
        this.ansi = ansi;
        this.wmiTimeout = wmiTimeout;
        this.session = session;
        this.own = own;
        this.around = around;
    }

    /**
     * Makes a visit to this PC.
     *
     * @param request what was asked
     * @param ansi the PC's code page
     * @param wmiTimeout how long WMI may take
     * @param session what it works with
     * @return not begun
     */
    public static Visit toThisPc(VisitRequest request, Charset ansi, Duration wmiTimeout, Session session) {
        boolean windows = OperatingSystem.isWindows();
        OwnFolder own = new OwnFolder(
                windows,
                WindowsPe.isRunning(),
                Variables.ofThisProcess(),
                Path.of(System.getProperty("user.home", "")));
        Person person =
                new ConsolePerson(session.messages(), new TypedLines(session.stdin()), SystemProgram.of("choice.exe"));
        PowerSwitch power = new WindowsPower(own.windowsPe());
        return new Visit(
                request, ansi, wmiTimeout, session, own, new Surroundings(windows, person, Rights.ofWindows(), power));
    }

    /**
     * Does all but the last words.
     *
     * @return what went wrong
     */
    public List<Problem> run() {
        if (needsRights()) {
            return withRights();
        }
        try {
            return ended(taken());
        } catch (ProblemException e) {
            return ended(Outcome.ofNothing(List.of(e.problem())));
        }
    }

    private List<Problem> ended(Outcome how) {
        outcome = Optional.of(how);
        return how.problems();
    }

    /** Captures can be read by anybody; without somebody to ask, collect itself says that the rights are missing. */
    private boolean needsRights() {
        return around.windows()
                && !session.elevated()
                && !request.askedForRights()
                && request.captures().isEmpty()
                && Files.exists(launcher())
                && around.person().isThere();
    }

    private Path launcher() {
        return session.program().toAbsolutePath().resolve("hwhash.cmd");
    }

    private List<Problem> withRights() {
        session.messages()
                .note(
                        "elevation-asked",
                        "Windows asks now whether hwhash may run as administrator; answer Yes, and go on in the window"
                                + " that opens");
        session.deadline().extend(ELEVATED);
        ElevatedRun run = around.rights()
                .run(
                        ElevatedCall.parameters(launcher().toString(), request),
                        session.program().toAbsolutePath().toString(),
                        ELEVATED);
        List<Problem> problems = ElevatedCall.problem(run).stream().toList();
        return ElevatedCall.hasTold(run) ? problems : ended(Outcome.ofNothing(problems));
    }

    private Outcome taken() throws ProblemException {
        if (request.shutDown() && !around.windows()) {
            throw new ProblemException(
                    ExitCode.USAGE, "option-value", "--shut-down is for Windows; leave it out on this system");
        }
        Optional<String> tag = new TagQuestion(request.stick(), ansi, session, around.person()).answer();
        Optional<Setting> user = session.configuration().setting(Key.ASSIGNED_USER);
        DeviceRecord given = DeviceRecord.EMPTY
                .with(Field.GROUP_TAG, tag.orElse(""))
                .with(Field.ASSIGNED_USER, user.map(Setting::value).orElse(""));
        Path program = session.program().toAbsolutePath().normalize();
        Errand errand = new Errand(
                request.stick(),
                program,
                request.captures(),
                ansi,
                given,
                wmiTimeout,
                Errand.path(session.configuration(), Key.OA3TOOL));
        return TimedWork.of(new Taking(errand, own, session)::run, session);
    }

    /** Says what came of it, behind all messages; waits for the person, or turns the PC off. */
    public void end() {
        if (outcome.isPresent()) {
            new LastWords(request, session, around).say(outcome.get());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.RecordedMessages;
import dev.hwhash.agent.Sessions;
import dev.hwhash.agent.configuration.OwnFolder;
import dev.hwhash.collector.ElevatedRun;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked, of whom, and what is turned off: with a person, a Windows and a switch that are none. */
class VisitTest {

    @TempDir
    private Path stick;

    private final RecordedMessages messages = new RecordedMessages();
    private final List<String> asRights = new ArrayList<>();
    private int turnedOff;
    private Optional<IOException> switchIsStuck = Optional.empty();

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(stick.resolve("hwhash"));
        Files.writeString(stick.resolve("hwhash/hwhash.cmd"), "");
        Files.writeString(
                stick.resolve("one.txt"),
                SyntheticHash.of("HWHASH-0001")
                        .manufacturer("Contoso")
                        .model("Book 3")
                        .text());
    }

    @Test
    void rightsAreAskedForOnceAndTheOtherWindowTellsTheRest() throws Exception {
        FakePerson person = new FakePerson();

        List<Problem> problems = run(ofThisPc(false), false, person, new ElevatedRun.Ended(0));

        assertThat(problems).isEmpty();
        assertThat(asRights).singleElement().asString().contains("\"--asked-for-rights\"", stick.toString());
        assertThat(person.shown()).isEmpty();
        assertThat(stick.resolve("devices")).doesNotExist();
    }

    @Test
    void exitCodeOfTheOtherRunIsOurs() throws Exception {
        FakePerson person = new FakePerson();

        List<Problem> problems = run(ofThisPc(false), false, person, new ElevatedRun.Ended(30));

        assertThat(ExitCode.of(problems)).isEqualTo(ExitCode.NOT_REACHABLE);
        assertThat(person.shown()).isEmpty();
    }

    @Test
    void noIsToldInLargeWords() throws Exception {
        FakePerson person = FakePerson.pressing('c');

        List<Problem> problems = run(ofThisPc(true), false, person, new ElevatedRun.Declined());

        assertThat(problems).extracting(Problem::id).containsExactly("elevation-declined");
        assertThat(ExitCode.of(problems).code()).isEqualTo(11);
        assertThat(person.shown()).contains("Nothing was saved for this PC.", "answer Yes");
        assertThat(person.painted()).containsExactly(Verdict.FAILED);
        assertThat(person.asked()).containsExactly("c");
        assertThat(turnedOff).isZero();
    }

    @Test
    void nobodyIsAskedForRightsWhoHasThemOrIsNotThereOrWasAsked() throws Exception {
        VisitRequest again = new VisitRequest(stick, List.of(), false, false, true, List.of());

        run(ofThisPc(false), true, new FakePerson(), new ElevatedRun.Declined());
        run(ofThisPc(false), false, FakePerson.nobody(), new ElevatedRun.Declined());
        run(again, false, new FakePerson(), new ElevatedRun.Declined());
        run(ofCapture(false, false), false, new FakePerson(), new ElevatedRun.Declined());

        assertThat(asRights).isEmpty();
    }

    @Test
    void pickedTagStandsInTheRow() throws Exception {
        Files.writeString(stick.resolve("tags.txt"), "Kiosk\nB\u00fcro\n");
        FakePerson person = FakePerson.pressing('2');

        assertThat(run(ofCapture(false, false), false, person, new ElevatedRun.Lost()))
                .isEmpty();

        assertThat(person.asked()).containsExactly("120");
        assertThat(Files.readString(stick.resolve("devices/HWHASH-0001.csv")))
                .contains(",Group Tag\r\n")
                .endsWith(",B\u00fcro\r\n");
        assertThat(person.shown()).contains("This PC is done.", "Contoso Book 3", "B\\u00FCro", "HWHASH-0001.csv");
    }

    @Test
    void withoutAnAnswerNothingIsCollected() throws Exception {
        Files.writeString(stick.resolve("tags.txt"), "Kiosk\n");
        FakePerson person = new FakePerson();

        List<Problem> problems = run(ofCapture(false, false), false, person, new ElevatedRun.Lost());

        assertThat(problems).extracting(Problem::id).containsExactly("no-answer");
        assertThat(ExitCode.of(problems).code()).isEqualTo(10);
        assertThat(stick.resolve("devices")).doesNotExist();
        assertThat(person.shown()).contains("Nothing was saved for this PC.");
    }

    @Test
    void listThatIsNoTextIsNotGuessedAt() throws Exception {
        Files.write(stick.resolve("tags.txt"), new byte[70_000]);

        List<Problem> problems = run(ofCapture(false, false), false, new FakePerson(), new ElevatedRun.Lost());

        assertThat(problems).extracting(Problem::id).containsExactly("tags-refused");
    }

    @Test
    void configuredTagIsTakenWhereNobodyIsThere() throws Exception {
        Files.writeString(stick.resolve("hwhash/hwhash.conf"), "group-tag = Sales\n");
        Files.writeString(stick.resolve("tags.txt"), "Kiosk\n");

        assertThat(run(ofCapture(false, false), false, FakePerson.nobody(), new ElevatedRun.Lost()))
                .isEmpty();

        assertThat(Files.readString(stick.resolve("devices/HWHASH-0001.csv"))).endsWith(",Sales\r\n");
    }

    @Test
    void pcIsTurnedOffAfterSuccessOnly() throws Exception {
        FakePerson person = new FakePerson();
        assertThat(run(ofCapture(true, true), false, person, new ElevatedRun.Lost()))
                .isEmpty();
        assertThat(turnedOff).isOne();
        assertThat(person.asked()).isEmpty();
        assertThat(person.shown()).contains("This PC shuts down now.");

        Files.writeString(stick.resolve("one.txt"), "no hash");
        assertThat(run(ofCapture(true, true), false, new FakePerson(), new ElevatedRun.Lost()))
                .isNotEmpty();
        assertThat(turnedOff).isOne();
    }

    @Test
    void pcIsNotTurnedOffWhereTheRowIsOnItsOwnDisk() throws Exception {
        Files.writeString(stick.resolve("devices"), "a file where the folder should be");
        FakePerson person = new FakePerson();

        assertThat(run(ofCapture(true, false), false, person, new ElevatedRun.Lost()))
                .isEmpty();

        assertThat(turnedOff).isZero();
        assertThat(stick.resolve("own/hwhash/devices/HWHASH-0001.csv")).exists();
        assertThat(messages.text()).contains("warning stick-not-written: ", "something else has its name");
        assertThat(person.shown()).contains("Saved on THIS PC, NOT ON THE STICK.");
    }

    @Test
    void keyInTheEndTurnsOffOrCloses() throws Exception {
        run(ofCapture(false, true), false, FakePerson.pressing('c'), new ElevatedRun.Lost());
        assertThat(turnedOff).isZero();
        run(ofCapture(false, true), false, new FakePerson(), new ElevatedRun.Lost());
        assertThat(turnedOff).isZero();

        FakePerson person = FakePerson.pressing('s');
        run(ofCapture(false, true), false, person, new ElevatedRun.Lost());

        assertThat(turnedOff).isOne();
        assertThat(person.asked()).containsExactly("cs");
        assertThat(person.painted()).containsExactly(Verdict.DONE);
    }

    @Test
    void switchThatIsStuckIsAWarning() throws Exception {
        switchIsStuck = Optional.of(new IOException("exit code 5"));

        assertThat(run(ofCapture(true, false), false, new FakePerson(), new ElevatedRun.Lost()))
                .isEmpty();

        assertThat(messages.text()).contains("warning shut-down-failed: ", "exit code 5");
    }

    @Test
    void windowsPeHasNoOtherPlace() throws Exception {
        Files.writeString(stick.resolve("devices"), "a file where the folder should be");
        OwnFolder windowsPe = new OwnFolder(true, true, name -> Optional.empty(), stick);

        List<Problem> problems =
                run(ofCapture(false, false), false, new FakePerson(), new ElevatedRun.Lost(), windowsPe);

        assertThat(problems).extracting(Problem::id).containsExactly("no-place");
        assertThat(problems.get(0).words()).contains("Windows PE itself keeps nothing");
        assertThat(ExitCode.of(problems).code()).isEqualTo(20);
    }

    private VisitRequest ofThisPc(boolean window) {
        return new VisitRequest(stick, List.of(), false, window, false, List.of());
    }

    private VisitRequest ofCapture(boolean shutDown, boolean window) {
        return new VisitRequest(stick, List.of(stick.resolve("one.txt")), shutDown, window, false, List.of());
    }

    private List<Problem> run(VisitRequest request, boolean elevated, FakePerson person, ElevatedRun run)
            throws Exception {
        OwnFolder own = new OwnFolder(
                false,
                false,
                name -> name.equals("XDG_STATE_HOME")
                        ? Optional.of(stick.resolve("own").toString())
                        : Optional.empty(),
                stick);
        return run(request, elevated, person, run, own);
    }

    private List<Problem> run(VisitRequest request, boolean elevated, FakePerson person, ElevatedRun run, OwnFolder own)
            throws Exception {
        Rights rights = (parameters, folder, patience) -> {
            asRights.add(parameters);
            return run;
        };
        Visit visit = new Visit(
                request,
                StandardCharsets.ISO_8859_1,
                Duration.ofSeconds(5),
                Sessions.in(stick.resolve("hwhash"), elevated, messages.messages()),
                own,
                new Visit.Surroundings(true, person, rights, this::turnOff));
        List<Problem> problems = visit.run();
        visit.end();
        return problems;
    }

    private void turnOff() throws IOException {
        if (switchIsStuck.isPresent()) {
            throw switchIsStuck.get();
        }
        turnedOff++;
    }
}

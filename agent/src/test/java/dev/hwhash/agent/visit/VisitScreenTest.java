// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.visit.Outcome.Sending;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.ShortCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the technician sees, to the letter. */
class VisitScreenTest {

    private static final DeviceRecord PC = DeviceRecord.EMPTY
            .with(Field.SERIAL_NUMBER, "HWHASH-0001")
            .with(Field.MANUFACTURER, "Contoso")
            .with(Field.MODEL, "Book 3")
            .with(Field.GROUP_TAG, "Kiosk");

    private static final Path FILE = Path.of("devices", "HWHASH-0001.csv");

    @Test
    void done() {
        Outcome outcome = new Outcome(List.of(PC), List.of(FILE), true, Sending.NOT_ASKED, Optional.empty(), List.of());

        assertThat(VisitScreen.of(outcome, "Press its key:  C = close this window"))
                .containsExactlyElementsOf("""
                +----------------------------------------------------------------------------+
                |                                                                            |
                |   ####    ###   #   #  #####                                               |
                |   #   #  #   #  ##  #  #                                                   |
                |   #   #  #   #  # # #  ####                                                |
                |   #   #  #   #  #  ##  #                                                   |
                |   ####    ###   #   #  #####                                               |
                |                                                                            |
                |   This PC is done.                                                         |
                |                                                                            |
                |   Serial number  HWHASH-0001                                               |
                |   Make, model    Contoso Book 3                                            |
                |   Group tag      Kiosk                                                     |
                |   File           %s                                   |
                |                                                                            |
                |   You can pull out the stick.                                              |
                |                                                                            |
                |   Press its key:  C = close this window                                    |
                |                                                                            |
                +----------------------------------------------------------------------------+
                """.formatted(FILE).lines().toList());
    }

    @Test
    void sentAndToBeFoundByItsCode() {
        ShortCode code = ShortCode.of(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff"));
        Outcome outcome =
                new Outcome(List.of(PC), List.of(FILE), true, Sending.DELIVERED, Optional.of(code), List.of());

        assertThat(VisitScreen.of(outcome, "")).anyMatch(line -> line.matches("\\|   Code +ZZZZ-ZZZZ +\\|"));
    }

    @Test
    void savedAndNotSent() {
        Problem away = new Problem(ExitCode.NOT_REACHABLE, "kept-unreachable", "the service is away");
        Outcome outcome =
                new Outcome(List.of(PC), List.of(FILE), true, Sending.WAITING, Optional.empty(), List.of(away));

        assertThat(VisitScreen.of(outcome, ""))
                .containsExactlyElementsOf("""
                +----------------------------------------------------------------------------+
                |                                                                            |
                |   ####    ###   #   #  #####  ####                                         |
                |   #      #   #  #   #  #      #   #                                        |
                |    ###   #####  #   #  ####   #   #                                        |
                |       #  #   #   # #   #      #   #                                        |
                |   ####   #   #    #    #####  ####                                         |
                |                                                                            |
                |   Saved on the stick, NOT SENT YET.                                        |
                |                                                                            |
                |   Serial number  HWHASH-0001                                               |
                |   Make, model    Contoso Book 3                                            |
                |   Group tag      Kiosk                                                     |
                |   File           %s                                   |
                |   Reason         kept-unreachable (30), told above this frame              |
                |                                                                            |
                |   It is sent from the stick, by itself, as soon as hwhash runs where the   |
                |   service can be reached. There is nothing to do at this PC.               |
                |   You can pull out the stick.                                              |
                |                                                                            |
                +----------------------------------------------------------------------------+
                """.formatted(FILE).lines().toList());
    }

    @Test
    void failed() {
        Problem denied = new Problem(ExitCode.ACCESS_DENIED, "access-denied", "not elevated");

        assertThat(VisitScreen.of(Outcome.ofNothing(List.of(denied)), ""))
                .containsExactlyElementsOf("""
                +----------------------------------------------------------------------------+
                |                                                                            |
                |   #####   ###   #####  #      #####  ####                                  |
                |   #      #   #    #    #      #      #   #                                 |
                |   ####   #####    #    #      ####   #   #                                 |
                |   #      #   #    #    #      #      #   #                                 |
                |   #      #   #  #####  #####  #####  ####                                  |
                |                                                                            |
                |   Nothing was saved for this PC.                                           |
                |                                                                            |
                |   Reason         access-denied (11), told above this frame                 |
                |                                                                            |
                |   hwhash was not allowed to read this PC. Start Collect.cmd once more      |
                |   and answer Yes when Windows asks, with the name and password of an       |
                |   administrator if it wants one.                                           |
                |   If that does not help, note the reason above and tell your               |
                |   administrator.                                                           |
                |   You can pull out the stick.                                              |
                |                                                                            |
                +----------------------------------------------------------------------------+
                """.lines().toList());
    }

    @Test
    void savedOnThisPcOnly() {
        Outcome outcome =
                new Outcome(List.of(PC), List.of(FILE), false, Sending.NOT_ASKED, Optional.empty(), List.of());

        assertThat(outcome.verdict()).isEqualTo(Verdict.SAVED);
        assertThat(String.join("\n", VisitScreen.of(outcome, "")))
                .contains("Saved on THIS PC, NOT ON THE STICK.", FILE.toString(), "Do not wipe this PC");
    }

    /** However it ends, nobody has to know what a hash is, and no line breaks the frame. */
    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void eachEndIsInAFrameAndInPlainWords(ExitCode exit) {
        List<Problem> problems = exit == ExitCode.DONE ? List.of() : List.of(new Problem(exit, "some-id", "words"));
        String longPath = "E:\\" + "devices\\".repeat(30) + "x.csv";
        for (Sending sending : Sending.values()) {
            for (List<Path> files : List.of(List.<Path>of(), List.of(Path.of(longPath)), List.of(FILE, FILE))) {
                DeviceRecord odd =
                        PC.with(Field.MODEL, "B\u00fcro\u001b[2J").with(Field.SERIAL_NUMBER, "S".repeat(200));
                Outcome outcome = new Outcome(List.of(odd), files, true, sending, Optional.empty(), problems);

                List<String> screen = VisitScreen.of(outcome, "");

                assertThat(screen).allMatch(line -> line.matches("[|+][ -~]{76}[|+]"));
                assertThat(String.join(" ", screen).toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("hardware hash")
                        .contains("you can pull out the stick.");
            }
        }
    }
}

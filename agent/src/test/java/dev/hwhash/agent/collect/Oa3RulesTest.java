// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.collector.Answer;
import dev.hwhash.collector.oa3.Oa3Outcome;
import dev.hwhash.device.Field;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When oa3tool is asked, and what its word is worth. */
class Oa3RulesTest {

    private static final Answer FOUND = new Answer.Found("T0AA");
    private static final Answer ABSENT = new Answer.Absent("no MDM bridge");
    private static final Answer DENIED = new Answer.Denied("not elevated");
    private static final Answer LATE = new Answer.TimedOut("hangs");
    private static final Answer FAILED = new Answer.Failed(OptionalInt.of(5), "broken");

    @ParameterizedTest
    @MethodSource
    void inTheFullWindowsItIsNamedAndNoWayRoundADenial(Answer hash, boolean named, boolean wanted) {
        assertThat(Oa3Rules.wanted(Map.of(Field.HARDWARE_HASH, hash), false, named))
                .isEqualTo(wanted);
    }

    static Stream<Arguments> inTheFullWindowsItIsNamedAndNoWayRoundADenial() {
        return Stream.of(
                Arguments.of(ABSENT, true, true),
                Arguments.of(FAILED, true, true),
                Arguments.of(LATE, true, true),
                Arguments.of(DENIED, true, false),
                Arguments.of(FOUND, true, false),
                Arguments.of(ABSENT, false, false));
    }

    @Test
    void inWindowsPeItIsAskedForWhateverIsMissing() {
        assertThat(Oa3Rules.wanted(Map.of(Field.HARDWARE_HASH, DENIED), true, false))
                .isTrue();
        assertThat(Oa3Rules.wanted(Map.of(Field.HARDWARE_HASH, FOUND, Field.MODEL, ABSENT), true, false))
                .as("the hash that is there knows the rest")
                .isFalse();
        assertThat(Oa3Rules.wanted(Map.of(Field.SERIAL_NUMBER, FOUND, Field.MODEL, ABSENT), true, false))
                .isTrue();
        assertThat(Oa3Rules.wanted(Map.of(Field.SERIAL_NUMBER, FOUND, Field.MODEL, FOUND), true, true))
                .isFalse();
    }

    @Test
    void namesAreNotAskedOfItInTheFullWindows() {
        assertThat(Oa3Rules.wanted(Map.of(Field.MODEL, FAILED), false, true)).isFalse();
    }

    @Test
    void itsHashSpeaksForWhatWmiFailedOn() {
        Map<Field, Answer> wmi =
                Map.of(Field.SERIAL_NUMBER, FAILED, Field.MANUFACTURER, LATE, Field.MODEL, new Answer.Found("Book 3"));

        Map<Field, Answer> completed = Oa3Rules.completed(wmi, FOUND);

        assertThat(completed)
                .containsEntry(Field.HARDWARE_HASH, FOUND)
                .containsEntry(Field.SERIAL_NUMBER, new Answer.Absent("broken"))
                .containsEntry(Field.MANUFACTURER, new Answer.Absent("hangs"))
                .containsEntry(Field.MODEL, new Answer.Found("Book 3"));
        assertThat(Oa3Rules.completed(wmi, LATE))
                .containsEntry(Field.SERIAL_NUMBER, FAILED)
                .containsEntry(Field.HARDWARE_HASH, LATE);
    }

    @Test
    void nothingAtAllIsOneProblem() {
        assertThat(Oa3Rules.nothing(Map.of(Field.SERIAL_NUMBER, ABSENT, Field.HARDWARE_HASH, ABSENT)))
                .hasValue(new Problem(ExitCode.NO_HASH, "hash-missing", "no hardware hash: no MDM bridge"));
        assertThat(Oa3Rules.nothing(Map.of(Field.SERIAL_NUMBER, ABSENT, Field.HARDWARE_HASH, LATE)))
                .hasValue(new Problem(ExitCode.WMI_FAILED, "oa3tool-failed", "no hardware hash: hangs"));
        assertThat(Oa3Rules.nothing(Map.of(Field.SERIAL_NUMBER, FOUND, Field.HARDWARE_HASH, ABSENT)))
                .isEmpty();
        assertThat(Oa3Rules.nothing(Map.of(Field.SERIAL_NUMBER, ABSENT, Field.HARDWARE_HASH, FOUND)))
                .isEmpty();
    }

    @Test
    void itsOutcomesAreAnswers() {
        assertThat(Oa3Rules.answer(new Oa3Outcome.Reported("T0AA"))).isEqualTo(FOUND);
        assertThat(Oa3Rules.answer(new Oa3Outcome.TimedOut("hangs"))).isEqualTo(LATE);
        assertThat(Oa3Rules.answer(new Oa3Outcome.Failed("broken")))
                .isEqualTo(new Answer.Failed(OptionalInt.empty(), "broken"));
    }
}

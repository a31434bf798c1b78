// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static dev.hwhash.device.Field.HARDWARE_HASH;
import static dev.hwhash.device.Field.SERIAL_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Explanation explanation = new Explanation(FakeCircumstances.of(ProcessToken.ELEVATED));

    @Test
    void rowsThatAgreeButForBlanksGiveTheFirst() {
        assertThat(serial(List.of(row("A 1"), row(" A 1")))).isEqualTo(new Answer.Found("A 1"));
    }

    @Test
    void rowsThatDisagreeGiveNoValueAndShowBoth() {
        assertThat(serial(List.of(row("A1"), row("B\u00e41")))).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.hresult()).isEmpty();
            assertThat(failed.why()).contains("Win32_BIOS in root\\cimv2", "serial number", "\"A1\" and \"B?1\"");
        });
    }

    @Test
    void aBlankRowGivesWayToAFullOne() {
        assertThat(serial(List.of(row(" "), row("A1")))).isEqualTo(new Answer.Found("A1"));
        assertThat(serial(List.of(Map.of(), row("A1")))).isEqualTo(new Answer.Found("A1"));
    }

    @Test
    void aBlankValueIsStillAValue() {
        assertThat(serial(List.of(row(" "), Map.of()))).isEqualTo(new Answer.Found(" "));
    }

    @Test
    void nothingAtAllIsAbsent() {
        assertThat(serial(List.of()))
                .isInstanceOfSatisfying(
                        Answer.Absent.class, absent -> assertThat(absent.why()).contains("gave no row"));
        assertThat(serial(List.of(Map.of())))
                .isInstanceOfSatisfying(
                        Answer.Absent.class, absent -> assertThat(absent.why()).contains("gave no value"));
    }

    @Test
    void aHashNeverReachesAMessage() {
        List<Map<Field, String>> rows = List.of(Map.of(HARDWARE_HASH, "T0AAAA"), Map.of(HARDWARE_HASH, "T0BBBB"));

        Answer answer = Rows.answer(Question.DEV_DETAIL, HARDWARE_HASH, rows, explanation);

        assertThat(answer.toString()).doesNotContain("T0AAAA", "T0BBBB");
        assertThat(new Answer.Found("T0AAAA")).hasToString("Found[6 characters]");
    }

    private Answer serial(List<Map<Field, String>> rows) {
        return Rows.answer(Question.BIOS, SERIAL_NUMBER, rows, explanation);
    }

    private static Map<Field, String> row(String serial) {
        return Map.of(SERIAL_NUMBER, serial);
    }
}

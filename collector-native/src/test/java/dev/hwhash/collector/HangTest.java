// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static dev.hwhash.device.Field.HARDWARE_HASH;
import static dev.hwhash.device.Field.SERIAL_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.Field;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that hangs costs the patience given and no more. */
class HangTest {

    private static final Set<Field> NEEDED = EnumSet.of(SERIAL_NUMBER, HARDWARE_HASH);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    /** What a busy machine may add. */
    private static final Duration ON_TIME = PATIENCE.plusSeconds(5);

    private final FakeWmi wmi = FakeWmi.ofGoodPc();
    private final PcReader reader = new PcReader(wmi, FakeCircumstances.of(ProcessToken.ELEVATED));

    @AfterEach
    void release() {
        wmi.release();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "QUERY", "NEXT", "GET"})
    void aHangEndsOnTimeAndNamesItsStage(Stage stage) {
        wmi.hangs(stage);
        long start = System.nanoTime();

        Reading reading = reader.read(NEEDED, PATIENCE, hash -> false);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(PATIENCE, ON_TIME);
        assertThat(reading.hung()).isTrue();
        assertThat(reading.answer(SERIAL_NUMBER)).isInstanceOf(Answer.Found.class);
        assertThat(why(reading))
                .contains("MDM_DevDetail_Ext01 in root\\cimv2\\mdm\\dmmap")
                .contains("within 300 ms")
                .contains("stage " + stage.words())
                .contains("--wmi-timeout");
    }

    @Test
    void aHangOfComItselfLeavesNothing() {
        wmi.hangs(Stage.OPEN);

        Reading reading = reader.read(NEEDED, PATIENCE, hash -> false);

        assertThat(reading.hung()).isTrue();
        assertThat(reading.answers().values()).hasOnlyElementsOfType(Answer.TimedOut.class);
        assertThat(why(reading)).contains("starting COM");
    }

    @Test
    void aTimeoutThatWmiKeepsIsNoHang() {
        wmi.sleepsInNext();

        Reading reading = reader.read(NEEDED, PATIENCE, hash -> false);

        assertThat(reading.answer(SERIAL_NUMBER)).isInstanceOf(Answer.Found.class);
        assertThat(why(reading)).contains("stage next");
        assertThat(reading.hung()).isFalse();
    }

    @Test
    void aHangWhileComIsClosedDoesNotTakeTheAnswers() {
        wmi.hangsOnClose();

        Reading reading = reader.read(NEEDED, Duration.ofSeconds(20), hash -> false);

        assertThat(reading.hung()).isTrue();
        assertThat(reading.answers().values()).hasOnlyElementsOfType(Answer.Found.class);
    }

    @Test
    void aHangInTheSecondReadingLeavesTheFirstHash() {
        Reading reading = reader.read(NEEDED, PATIENCE, hash -> {
            wmi.hangs(Stage.QUERY);
            return true;
        });

        assertThat(reading.hung()).isTrue();
        assertThat(reading.answer(HARDWARE_HASH)).isEqualTo(new Answer.Found("T0AAAA"));
    }

    @Test
    void afterAHangTheReaderIsSpent() throws InterruptedException {
        wmi.hangs(Stage.GET);
        reader.read(NEEDED, PATIENCE, hash -> false);

        assertThatThrownBy(() -> reader.read(NEEDED, PATIENCE, hash -> false))
                .isInstanceOf(IllegalStateException.class);

        wmi.release();
        wmi.awaitClose();
        assertThat(wmi.calls()).last().isEqualTo("close");
    }

    private static String why(Reading reading) {
        return ((Answer.TimedOut) reading.answer(HARDWARE_HASH)).why();
    }
}

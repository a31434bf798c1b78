// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static dev.hwhash.device.Field.GROUP_TAG;
import static dev.hwhash.device.Field.HARDWARE_HASH;
import static dev.hwhash.device.Field.MANUFACTURER;
import static dev.hwhash.device.Field.MODEL;
import static dev.hwhash.device.Field.SERIAL_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.Field;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PcReaderTest {

    private static final Set<Field> ALL = EnumSet.of(SERIAL_NUMBER, MANUFACTURER, MODEL, HARDWARE_HASH);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void allFourFactsComeAsWmiGaveThem() {
        Reading reading = read(FakeWmi.ofGoodPc(), ALL);

        assertThat(reading.hung()).isFalse();
        assertThat(reading.answer(SERIAL_NUMBER)).isEqualTo(new Answer.Found(" SER 1 "));
        assertThat(reading.answer(MANUFACTURER)).isEqualTo(new Answer.Found("Contoso"));
        assertThat(reading.answer(MODEL)).isEqualTo(new Answer.Found("Book 1"));
        assertThat(reading.answer(HARDWARE_HASH)).isEqualTo(new Answer.Found("T0AAAA"));
    }

    @Test
    void theQueriesAreThoseOfTheScript() {
        FakeWmi wmi = FakeWmi.ofGoodPc();

        read(wmi, ALL);

        assertThat(wmi.calls())
                .containsExactly(
                        "open",
                        "connect root\\cimv2",
                        "query SELECT SerialNumber FROM Win32_BIOS",
                        "query SELECT Manufacturer, Model FROM Win32_ComputerSystem",
                        "connect root\\cimv2\\mdm\\dmmap",
                        "query SELECT DeviceHardwareData FROM MDM_DevDetail_Ext01"
                                + " WHERE InstanceID='Ext' AND ParentID='./DevDetail'",
                        "close");
    }

    @Test
    void onlyWhatIsNeededIsAsked() {
        FakeWmi wmi = FakeWmi.ofGoodPc();

        Reading reading = read(wmi, EnumSet.of(MODEL));

        assertThat(reading.answers()).containsOnlyKeys(MODEL);
        assertThat(wmi.calls())
                .containsExactly(
                        "open",
                        "connect root\\cimv2",
                        "query SELECT Manufacturer, Model FROM Win32_ComputerSystem",
                        "close");
    }

    @Test
    void nothingIsOpenedForNothing() {
        FakeWmi wmi = FakeWmi.ofGoodPc();

        assertThat(read(wmi, Set.of()).answers()).isEmpty();
        assertThat(wmi.calls()).containsExactly("close");
    }

    @Test
    void aBlankSerialNumberIsAnAnswerAndABlankHashIsNone() {
        FakeWmi wmi = FakeWmi.ofGoodPc();
        wmi.gives("Win32_BIOS", List.of(Map.of("SerialNumber", " ")));
        wmi.gives("MDM_DevDetail_Ext01", List.of(Map.of("DeviceHardwareData", " ")));

        Reading reading = read(wmi, ALL);

        assertThat(reading.answer(SERIAL_NUMBER)).isEqualTo(new Answer.Found(" "));
        assertThat(reading.answer(HARDWARE_HASH)).isInstanceOf(Answer.Absent.class);
    }

    @Test
    void aDamagedHashIsReadOnceMore() {
        FakeWmi wmi = FakeWmi.ofGoodPc();

        Reading reading = reader(wmi).read(EnumSet.of(HARDWARE_HASH), PATIENCE, hash -> {
            wmi.gives("MDM_DevDetail_Ext01", List.of(Map.of("DeviceHardwareData", "T0second")));
            return true;
        });

        assertThat(reading.answer(HARDWARE_HASH)).isEqualTo(new Answer.Found("T0second"));
        assertThat(wmi.calls()).filteredOn(call -> call.startsWith("query")).hasSize(2);
        assertThat(wmi.calls()).filteredOn(call -> call.startsWith("connect")).hasSize(1);
    }

    @Test
    void aDamagedHashStaysWhenThereIsNoOther() {
        FakeWmi wmi = FakeWmi.ofGoodPc();

        Reading reading = reader(wmi).read(EnumSet.of(HARDWARE_HASH), PATIENCE, hash -> {
            wmi.fails(Stage.QUERY, 0x80041003);
            return true;
        });

        assertThat(reading.answer(HARDWARE_HASH)).isEqualTo(new Answer.Found("T0AAAA"));
    }

    @Test
    void aGoodHashIsNotReadAgain() {
        FakeWmi wmi = FakeWmi.ofGoodPc();

        reader(wmi).read(EnumSet.of(HARDWARE_HASH), PATIENCE, hash -> false);

        assertThat(wmi.calls()).filteredOn(call -> call.startsWith("query")).hasSize(1);
    }

    @Test
    void whatBreaksInTheCheckOfTheHashComesOut() {
        assertThatThrownBy(() -> reader(FakeWmi.ofGoodPc()).read(ALL, PATIENCE, hash -> {
                    throw new IllegalStateException("defect");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("defect");
    }

    @Test
    void elsewhereThanOnWindowsEverythingIsAbsent() {
        FakeWmi wmi = FakeWmi.ofGoodPc();
        PcReader reader = new PcReader(wmi, new FakeCircumstances(false, ProcessToken.ELEVATED, FakeCircumstances.PRO));

        Reading reading = reader.read(ALL, PATIENCE, hash -> false);

        assertThat(reading.answers()).containsOnlyKeys(ALL);
        assertThat(reading.answers().values())
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Answer.Absent.class,
                                absent -> assertThat(absent.why())
                                        .startsWith("this is not Windows")
                                        .contains("--from")));
        assertThat(wmi.calls()).isEmpty();
    }

    @Test
    void fieldsThatNoPcTellsAreRefused() {
        PcReader reader = reader(FakeWmi.ofGoodPc());

        assertThatThrownBy(() -> reader.read(EnumSet.of(GROUP_TAG), PATIENCE, hash -> false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reader.read(ALL, Duration.ZERO, hash -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReaderReadsAgain() {
        PcReader reader = reader(FakeWmi.ofGoodPc());

        assertThat(reader.read(ALL, PATIENCE, hash -> false)).isEqualTo(reader.read(ALL, PATIENCE, hash -> false));
    }

    private static Reading read(FakeWmi wmi, Set<Field> needed) {
        return reader(wmi).read(needed, PATIENCE, hash -> false);
    }

    private static PcReader reader(FakeWmi wmi) {
        return new PcReader(wmi, FakeCircumstances.of(ProcessToken.ELEVATED));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import static dev.hwhash.device.Field.HARDWARE_HASH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person is told when WMI gives no value. */
class FailureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FakeWmi wmi = FakeWmi.ofGoodPc();

    @ParameterizedTest
    @ValueSource(ints = {0x80041004, 0x80041033, 0x800706BE, 0x80041001})
    void whatMayPassIsAskedOnceMoreOverANewConnection(int hresult) {
        wmi.fails(Stage.NEXT, hresult, 1);

        assertThat(hash(ProcessToken.ELEVATED)).isEqualTo(new Answer.Found("T0AAAA"));
        assertThat(wmi.calls()).filteredOn(call -> call.startsWith("connect")).hasSize(2);
    }

    @Test
    void whatDoesNotPassIsAFailureAfterTwoAttempts() {
        wmi.fails(Stage.CONNECT, 0x80041004);

        assertThat(hash(ProcessToken.ELEVATED)).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.hresult()).isEqualTo(OptionalInt.of(0x80041004));
            assertThat(failed.why()).contains("0x80041004 WBEM_E_PROVIDER_FAILURE");
        });
        assertThat(wmi.calls()).filteredOn(call -> call.startsWith("connect")).hasSize(2);
    }

    @Test
    void whatStaysIsNotAskedAgain() {
        wmi.fails(Stage.NEXT, 0x80041003, 1);

        assertThat(hash(ProcessToken.ELEVATED)).isInstanceOf(Answer.Denied.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "CONNECT", "QUERY", "NEXT", "GET"})
    void anUnknownCodeIsShownInHex(Stage stage) {
        wmi.fails(stage, 0x80049999);

        assertThat(hash(ProcessToken.ELEVATED))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.why())
                                .startsWith("cannot read MDM_DevDetail_Ext01 in root\\cimv2\\mdm\\dmmap: ")
                                .contains(stage.words() + " gave 0x80049999"));
        assertThat(wmi.calls()).last().isEqualTo("close");
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_ELEVATED, this process is not elevated; run hwhash as administrator",
        "ELEVATED, run hwhash as SYSTEM",
        "SYSTEM, this process runs as SYSTEM",
        "UNKNOWN, run hwhash as administrator or as SYSTEM"
    })
    void aDenialSaysWhatTheTokenSays(ProcessToken token, String words) {
        for (int hresult : new int[] {0x80041003, 0x80070005}) {
            wmi.fails(Stage.CONNECT, hresult);

            assertThat(hash(token))
                    .isInstanceOfSatisfying(
                            Answer.Denied.class,
                            denied -> assertThat(denied.why())
                                    .startsWith("denied MDM_DevDetail_Ext01")
                                    .contains(words));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x8004100E, 0x80041010, 0x80041017, 0x80041002})
    void anAbsenceSaysWhichWindowsThisIs(int hresult) {
        wmi.fails(Stage.CONNECT, hresult);

        WindowsFacts server = FakeCircumstances.windows("Windows Server 2022", "ServerStandard", "Server", 20348);
        assertThat(why(FakeCircumstances.of(server))).contains("this is Windows Server 2022 (build 20348)");
        assertThat(why(FakeCircumstances.of(FakeCircumstances.windowsPe()))).contains("this is Windows PE");
        WindowsFacts old = FakeCircumstances.windows("Windows 10 Pro", "Professional", "Client", 14393);
        assertThat(why(FakeCircumstances.of(old))).contains("since build 15063");
        WindowsFacts home = FakeCircumstances.windows("Windows 10 Home", "Core", "Client", 22631);
        assertThat(why(FakeCircumstances.of(home)))
                .contains("this is Windows 11 Home")
                .contains("edition Core");
        assertThat(why(FakeCircumstances.of(FakeCircumstances.PRO))).contains("damaged or was removed");
    }

    @Test
    void noRowIsADenialWhenTheProcessLacksTheRights() {
        wmi.gives("MDM_DevDetail_Ext01", List.of());

        assertThat(hash(ProcessToken.NOT_ELEVATED))
                .isInstanceOfSatisfying(
                        Answer.Denied.class,
                        denied ->
                                assertThat(denied.why()).contains("gave no row").contains("not elevated"));
        assertThat(hash(ProcessToken.ELEVATED))
                .isInstanceOfSatisfying(
                        Answer.Absent.class, absent -> assertThat(absent.why()).contains("tpm.msc"));
    }

    @Test
    void aNotFoundRowIsNoRow() {
        wmi.fails(Stage.NEXT, 0x80041002);

        assertThat(hash(ProcessToken.NOT_ELEVATED)).isInstanceOf(Answer.Denied.class);
        assertThat(hash(ProcessToken.SYSTEM)).isInstanceOf(Answer.Absent.class);
    }

    @Test
    void nullInTheRowIsNoValue() {
        wmi.gives("MDM_DevDetail_Ext01", List.of(Map.of()));

        assertThat(hash(ProcessToken.ELEVATED))
                .isInstanceOfSatisfying(
                        Answer.Absent.class, absent -> assertThat(absent.why()).contains("gave no value"));
    }

    @Test
    void withoutWmiWindowsPeSaysWhatItsImageLacks() {
        wmi.fails(Stage.OPEN, 0x80040154);

        assertThat(hash(FakeCircumstances.of(FakeCircumstances.windowsPe())))
                .isInstanceOfSatisfying(
                        Answer.Absent.class, absent -> assertThat(absent.why()).contains("WinPE-WMI"));
        assertThat(hash(ProcessToken.ELEVATED)).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void everyAnswerWithoutValueIsAsciiWithARemedy() {
        for (Hresult hresult : Hresult.values()) {
            wmi.fails(Stage.QUERY, hresult.code(), 2);
            if (hresult != Hresult.WBEM_S_TIMEDOUT) {
                String why = why(FakeCircumstances.of(ProcessToken.ELEVATED));
                assertThat(why)
                        .matches("[ -~]+")
                        .contains(String.format("0x%08X %s", hresult.code(), hresult.name()))
                        .contains("; ");
            }
        }
    }

    private Answer hash(ProcessToken token) {
        return hash(FakeCircumstances.of(token));
    }

    private String why(FakeCircumstances circumstances) {
        return ((Answer.NoValue) hash(circumstances)).why();
    }

    private Answer hash(FakeCircumstances circumstances) {
        EnumSet<Field> needed = EnumSet.of(HARDWARE_HASH);
        return new PcReader(wmi, circumstances)
                .read(needed, PATIENCE, hash -> false)
                .answer(HARDWARE_HASH);
    }
}

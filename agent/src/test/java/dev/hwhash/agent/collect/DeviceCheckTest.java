// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.collector.Answer;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.hash.SyntheticHash;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A PC's answers, checked. Captures are looked at by the tests of the command. */
class DeviceCheckTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");

    private final Map<Field, Answer> answers = new EnumMap<>(Map.of(
            Field.SERIAL_NUMBER, new Answer.Found("HWHASH-0001"),
            Field.MANUFACTURER, new Answer.Found("Contoso"),
            Field.MODEL, new Answer.Found("Book 3"),
            Field.HARDWARE_HASH, new Answer.Found(HASH.text())));

    @ParameterizedTest
    @EnumSource(Format.class)
    void soundDevicePassesInEveryFormat(Format format) {
        CheckedDevice checked = check(format);
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.warnings()).isEmpty();
        assertThat(checked.damagedHash()).isEmpty();
        assertThat(checked.device().value(Field.SERIAL_NUMBER)).hasValue("HWHASH-0001");
        assertThat(checked.device().value(Field.HARDWARE_HASH))
                .isEqualTo(format == Format.CORPORATE_IDENTIFIERS ? Optional.empty() : Optional.of(HASH.text()));
    }

    @Test
    void reasonForAMissingHashDecidesTheExitCode() {
        assertThat(exit(Format.AUTOPILOT, Field.HARDWARE_HASH, new Answer.Denied("w")))
                .isEqualTo(ExitCode.ACCESS_DENIED);
        assertThat(exit(Format.AUTOPILOT, Field.HARDWARE_HASH, new Answer.Absent("w")))
                .isEqualTo(ExitCode.NO_HASH);
        assertThat(exit(Format.AUTOPILOT, Field.HARDWARE_HASH, new Answer.TimedOut("w")))
                .isEqualTo(ExitCode.WMI_FAILED);
        Answer failed = new Answer.Failed(OptionalInt.of(0x80041001), "the words of the reader");
        assertThat(exit(Format.AUTOPILOT, Field.HARDWARE_HASH, failed)).isEqualTo(ExitCode.WMI_FAILED);
        assertThat(check(Format.AUTOPILOT).problems())
                .containsExactly(
                        new Problem(ExitCode.WMI_FAILED, "wmi-failed", "no hardware hash: the words of the reader"));
    }

    @Test
    void serialNumberThatIsDeniedOrLateIsNotTheDevicesFault() {
        answers.remove(Field.HARDWARE_HASH);
        Format format = Format.CORPORATE_IDENTIFIERS;
        assertThat(exit(format, Field.SERIAL_NUMBER, new Answer.Denied("w"))).isEqualTo(ExitCode.ACCESS_DENIED);
        assertThat(exit(format, Field.SERIAL_NUMBER, new Answer.TimedOut("w"))).isEqualTo(ExitCode.WMI_FAILED);
        assertThat(exit(format, Field.SERIAL_NUMBER, new Answer.Absent("w"))).isEqualTo(ExitCode.UNUSABLE_DATA);
        assertThat(exit(format, Field.SERIAL_NUMBER, new Answer.Found(" \t"))).isEqualTo(ExitCode.UNUSABLE_DATA);
    }

    @Test
    void partnerCenterStandsWithoutAHashOnlyWhereThereIsNone() {
        answers.put(Field.HARDWARE_HASH, new Answer.Absent("Windows Home has no bridge"));
        assertThat(check(Format.PARTNER_CENTER).problems()).isEmpty();
        assertThat(check(Format.PARTNER_CENTER).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.words()).contains("Windows Home has no bridge"));
        assertThat(strict(Format.PARTNER_CENTER)).containsExactly(ExitCode.NO_HASH);
        answers.put(Field.HARDWARE_HASH, new Answer.Denied("not elevated"));
        assertThat(check(Format.PARTNER_CENTER).problems()).isEmpty();
        assertThat(exit(Format.PARTNER_CENTER, Field.HARDWARE_HASH, new Answer.TimedOut("w")))
                .isEqualTo(ExitCode.WMI_FAILED);
    }

    @Test
    void everyReasonIsReportedAtOnce() {
        answers.put(Field.HARDWARE_HASH, new Answer.Denied("w"));
        answers.put(Field.MODEL, new Answer.Found(""));
        assertThat(check(Format.MANAGED_DESKTOP).problems())
                .extracting(Problem::exit)
                .containsExactly(ExitCode.ACCESS_DENIED, ExitCode.UNUSABLE_DATA);
    }

    @Test
    void damagedHashIsHandedOnToBeKept() {
        String damaged = HASH.flipped(4000).text();
        answers.put(Field.HARDWARE_HASH, new Answer.Found(damaged));
        CheckedDevice checked = check(Format.PARTNER_CENTER);
        assertThat(checked.problems()).extracting(Problem::exit).containsExactly(ExitCode.UNUSABLE_DATA);
        assertThat(checked.damagedHash()).hasValue(damaged);
        assertThat(checked.device().value(Field.HARDWARE_HASH)).isEmpty();
    }

    @Test
    void hashIsWrittenWithItsPadding() {
        SyntheticHash odd = HASH.paddedTo(3001);
        answers.put(Field.HARDWARE_HASH, new Answer.Found(odd.textWithoutPadding()));
        assertThat(check(Format.AUTOPILOT).device().value(Field.HARDWARE_HASH)).hasValue(odd.text());
    }

    @Test
    void blanksAroundASerialNumberAreRemovedAndSaidSo() {
        answers.put(Field.SERIAL_NUMBER, new Answer.Found("  HWHASH-0001 "));
        CheckedDevice checked = check(Format.AUTOPILOT);
        assertThat(checked.device().value(Field.SERIAL_NUMBER)).hasValue("HWHASH-0001");
        assertThat(checked.warnings()).extracting(Problem::id).containsExactly("serial-blanks");
    }

    @Test
    void serialNumberOfTheHashStandsInForABlankOne() {
        answers.put(Field.SERIAL_NUMBER, new Answer.Found(""));
        CheckedDevice checked = check(Format.AUTOPILOT);
        assertThat(checked.device().value(Field.SERIAL_NUMBER)).hasValue("HWHASH-0001");
        assertThat(checked.warnings()).extracting(Problem::id).containsExactly("serial-from-hash");
    }

    @Test
    void valuesThatTheHashContradictsAreWarnedOf() {
        answers.put(Field.SERIAL_NUMBER, new Answer.Found("HWHASH-0002"));
        answers.put(Field.MANUFACTURER, new Answer.Found("Fabrikam"));
        answers.put(Field.MODEL, new Answer.Found("Desk"));
        CheckedDevice checked = check(Format.PARTNER_CENTER);
        assertThat(checked.device().value(Field.SERIAL_NUMBER)).hasValue("HWHASH-0002");
        assertThat(checked.warnings())
                .extracting(Problem::id)
                .containsExactly("serial-differs", "manufacturer-differs", "model-differs");
    }

    @ParameterizedTest
    @CsvSource({
        "no checksum, hash-without-checksum",
        "newer tool, hash-of-unknown-tool",
        "WinPE, hash-from-winpe",
        "no TPM, hash-without-tpm",
    })
    void hashThatDeservesALookIsTakenUnlessStrict(String hash, String id) {
        SyntheticHash odd = switch (hash) {
            case "no checksum" -> HASH.withoutChecksum();
            case "newer tool" -> HASH.toolVersion(10).flipped((HASH.total() + 10) * 8);
            case "WinPE" -> HASH.winPe();
            default -> HASH.withoutTpm();
        };
        answers.put(Field.HARDWARE_HASH, new Answer.Found(odd.text()));
        assertThat(check(Format.AUTOPILOT).problems()).isEmpty();
        assertThat(check(Format.AUTOPILOT).warnings()).extracting(Problem::id).containsExactly(id);
        assertThat(strict(Format.AUTOPILOT)).containsExactly(ExitCode.UNUSABLE_DATA);
    }

    @Test
    void hashOfWindowsPeDeservesALookWhateverItSaysOfItself() {
        DeviceRecord known = DeviceRecord.EMPTY.with(Field.SOURCE, "oa3tool-winpe");
        CheckedDevice checked =
                DeviceCheck.check(new Candidate(Optional.empty(), answers, known), Format.AUTOPILOT, false);
        assertThat(checked.warnings()).extracting(Problem::id).containsExactly("hash-from-winpe");
    }

    @Test
    void toolThatFailedIsNotCalledWmi() {
        answers.put(Field.HARDWARE_HASH, new Answer.Failed(OptionalInt.empty(), "oa3tool.exe ended"));
        DeviceRecord known = DeviceRecord.EMPTY.with(Field.SOURCE, "oa3tool");
        CheckedDevice checked =
                DeviceCheck.check(new Candidate(Optional.empty(), answers, known), Format.AUTOPILOT, false);
        assertThat(checked.problems())
                .containsExactly(
                        new Problem(ExitCode.WMI_FAILED, "oa3tool-failed", "no hardware hash: oa3tool.exe ended"));
    }

    private CheckedDevice check(Format format) {
        return DeviceCheck.check(new Candidate(Optional.empty(), answers, DeviceRecord.EMPTY), format, false);
    }

    private ExitCode exit(Format format, Field field, Answer answer) {
        answers.put(field, answer);
        return ExitCode.of(check(format).problems());
    }

    private List<ExitCode> strict(Format format) {
        return DeviceCheck.check(new Candidate(Optional.empty(), answers, DeviceRecord.EMPTY), format, true)
                .problems()
                .stream()
                .map(Problem::exit)
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Files.DEVICE;
import static dev.hwhash.device.check.Files.HASH;
import static dev.hwhash.device.check.Files.SERIAL;
import static dev.hwhash.device.check.Files.intune;
import static dev.hwhash.device.check.Files.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HashRuleTest {

    private static final String GOOD = intune(row(SERIAL));
    private static final int NEXT_TOOL = 10;
    private static final int SERIAL_NUMBER = 14;
    private static final int MANUFACTURER = 16;

    static Stream<RuleCase> cases() {
        SyntheticHash short1 = DEVICE.paddedTo(1600);
        return Stream.of(
                of(HashRule.HASH_MISSING, "", HASH),
                of(HashRule.HASH_NOT_BASE64, HASH.replaceFirst("A", "?"), HASH),
                of(HashRule.HASH_UNPADDED, short1.textWithoutPadding(), short1.text()),
                of(HashRule.HASH_BLANKS, HASH.substring(0, 76) + " " + HASH.substring(76), HASH),
                of(HashRule.HASH_BLANKS, " " + HASH, HASH),
                of(HashRule.HASH_NOT_A_HASH, "AAAA", HASH),
                of(HashRule.HASH_CUT, DEVICE.cutTo(300).text(), HASH),
                of(HashRule.HASH_CHECKSUM, DEVICE.flipped(900).text(), HASH),
                of(
                        HashRule.HASH_RECORDS,
                        DEVICE.withoutChecksum()
                                .statingLength(DEVICE.total() + 2)
                                .text(),
                        DEVICE.withoutChecksum().text()),
                of(HashRule.HASH_WITHOUT_NAMES, DEVICE.without(SERIAL_NUMBER).text(), HASH),
                of(HashRule.HASH_WITHOUT_NAMES, DEVICE.without(MANUFACTURER).text(), HASH),
                of(HashRule.HASH_WITHOUT_CHECKSUM, DEVICE.withoutChecksum().text(), HASH),
                of(
                        HashRule.HASH_OF_UNKNOWN_TOOL,
                        DEVICE.toolVersion(NEXT_TOOL).flipped(900).text(),
                        DEVICE.toolVersion(NEXT_TOOL).text()),
                of(HashRule.HASH_LENGTH, DEVICE.paddedTo(1500).text(), HASH),
                of(HashRule.HASH_FROM_WINPE, DEVICE.winPe().text(), HASH),
                of(HashRule.HASH_WITHOUT_TPM, DEVICE.withoutTpm().text(), HASH),
                of(
                        HashRule.HASH_OF_VIRTUAL_MACHINE,
                        DEVICE.manufacturer("VMware, Inc.").text(),
                        HASH));
    }

    private static RuleCase of(HashRule rule, String broken, String sound) {
        return RuleCase.intune(rule, intune(SERIAL + ",," + broken), intune(SERIAL + ",," + sound));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleIsFoundWhereItIsBrokenAndOnlyThere(RuleCase files) {
        assertThat(CheckedFile.of(files.importer(), files.broken()).open()).contains(files.rule());
        assertThat(CheckedFile.of(files.importer(), files.sound()).open()).doesNotContain(files.rule());
    }

    @Test
    void everyRuleOfHashesHasACase() {
        List<Rule> tested = new ArrayList<>();
        cases().forEach(files -> tested.add(files.rule()));
        assertThat(tested).contains(HashRule.values());
    }

    @Test
    void aHashIsShownByItsMark() {
        Finding finding = CheckedFile.of(
                        Importer.INTUNE, GOOD.replace(HASH, DEVICE.flipped(900).text()))
                .only(HashRule.HASH_CHECKSUM);

        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.value()).matches("4000 characters, SHA-256 [0-9a-f]{8}");
        assertThat(finding.words())
                .isEqualTo("error: the hardware hash (" + finding.value()
                        + ") is damaged: its checksum does not match; collect the device again");
    }

    @Test
    void aHashCutWhereExcelCutsACellIsToldSo() {
        String long1 = DEVICE.paddedTo(30_000).text().substring(0, 32_766) + "?";
        Finding finding =
                CheckedFile.of(Importer.INTUNE, intune(SERIAL + ",," + long1)).only(HashRule.HASH_NOT_BASE64);

        assertThat(finding.message()).contains("Excel cuts a cell");
    }

    @Test
    void corporateIdentifiersKnowNoHash() {
        for (HashRule rule : HashRule.values()) {
            assertThat(rule.severity(Importer.CORPORATE_IDENTIFIERS)).isEmpty();
        }
    }
}

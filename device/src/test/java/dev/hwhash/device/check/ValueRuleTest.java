// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Files.DEVICE;
import static dev.hwhash.device.check.Files.HASH;
import static dev.hwhash.device.check.Files.SERIAL;
import static dev.hwhash.device.check.Files.intune;
import static dev.hwhash.device.check.Files.managed;
import static dev.hwhash.device.check.Files.partner;
import static dev.hwhash.device.check.Files.row;
import static dev.hwhash.device.check.Files.tagged;
import static dev.hwhash.device.check.Importer.CORPORATE_IDENTIFIERS;
import static dev.hwhash.device.check.Importer.MANAGED_DESKTOP;
import static dev.hwhash.device.check.Importer.PARTNER_CENTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValueRuleTest {

    private static final int PRODUCT_KEY_ID = 24;

    static Stream<RuleCase> cases() {
        return Stream.of(cells(), names(), owners()).flatMap(List::stream);
    }

    private static List<RuleCase> cells() {
        String good = intune(row(SERIAL));
        return List.of(
                RuleCase.intune(ValueRule.CELLS_TOO_MANY, intune(row(SERIAL) + ", Inc."), good),
                RuleCase.intune(ValueRule.CELLS_BLANK_TOO_MANY, intune(row(SERIAL) + ",,"), good),
                RuleCase.intune(ValueRule.CELLS_TOO_FEW, tagged(row(SERIAL) + ",a"), tagged(row(SERIAL) + ",a,")),
                RuleCase.intune(ValueRule.CELLS_QUOTED, intune('"' + SERIAL + "\",," + HASH), good),
                RuleCase.intune(ValueRule.VALUE_BLANKS, tag(" a"), tag("a b")),
                RuleCase.intune(ValueRule.VALUE_BLANKS, tag("a\u00a0"), tag("a\u00a0b")),
                RuleCase.intune(ValueRule.VALUE_COMMA, tag("\"a,b\""), tag("\"ab\"")),
                RuleCase.intune(ValueRule.VALUE_QUOTE, tag("a\"b"), tag("a'b")),
                RuleCase.intune(ValueRule.VALUE_CONTROL, tag("\"a\r\nb\""), tag("\"ab\"")),
                RuleCase.intune(ValueRule.VALUE_CONTROL, tag("a\u0001b"), tag("a b")),
                RuleCase.intune(ValueRule.VALUE_FORMULA, tag("=1+1"), tag("1+1")),
                RuleCase.intune(ValueRule.VALUE_FORMULA, tag("\"\ta\""), tag("a")),
                RuleCase.intune(ValueRule.VALUE_BEYOND_ASCII, tag("Gr\u00f6\u00dfe"), tag("Groesse")),
                new RuleCase(
                        ValueRule.VALUE_CHARACTER_LOST,
                        Importer.INTUNE,
                        tag("Gr\uFFFDe").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        tag("Gr\u00f6e").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static List<RuleCase> names() {
        SyntheticHash key = DEVICE.record(PRODUCT_KEY_ID, "0001234567890\0".getBytes(CheckedFile.ANSI));
        String good = intune(row(SERIAL));
        return List.of(
                RuleCase.intune(ValueRule.SERIAL_MISSING, intune(row("", DEVICE)), good),
                RuleCase.intune(ValueRule.SERIAL_MISSING, intune(row("  ", DEVICE)), good),
                RuleCase.intune(ValueRule.SERIAL_PLACEHOLDER, intune(row("Default string")), good),
                RuleCase.intune(ValueRule.SERIAL_DIFFERS, intune(row("HWHASH-0002", DEVICE)), good),
                RuleCase.intune(
                        ValueRule.SERIAL_MANGLED,
                        intune(row("123", SyntheticHash.of("00123"))),
                        intune(row("124", SyntheticHash.of("00123")))),
                RuleCase.intune(ValueRule.SERIAL_MANGLED, intune("1.23457E+11,,"), intune("123456789012,,")),
                RuleCase.of(ValueRule.SERIAL_PERIOD, CORPORATE_IDENTIFIERS, "A,B,1.2\r\n", "A,B,12\r\n"),
                RuleCase.of(ValueRule.NAME_PERIOD, CORPORATE_IDENTIFIERS, "A.,B,HW-12\r\n", "A,B,HW-12\r\n"),
                RuleCase.of(ValueRule.MANUFACTURER_MISSING, CORPORATE_IDENTIFIERS, ",B,HW-12\r\n", "A,B,HW-12\r\n"),
                RuleCase.of(
                        ValueRule.MODEL_MISSING,
                        MANAGED_DESKTOP,
                        managed("Contoso,," + SERIAL + "," + HASH),
                        managed("Contoso,Book 3," + SERIAL + "," + HASH)),
                RuleCase.of(
                        ValueRule.MANUFACTURER_DIFFERS,
                        PARTNER_CENTER,
                        partner(row(SERIAL) + ",CONTOSO,"),
                        partner(row(SERIAL) + ",Contoso,")),
                RuleCase.of(
                        ValueRule.MODEL_DIFFERS,
                        PARTNER_CENTER,
                        partner(row(SERIAL) + ",,Book 4"),
                        partner(row(SERIAL) + ",,")),
                RuleCase.of(
                        ValueRule.PRODUCT_ID_FORM,
                        PARTNER_CENTER,
                        partner(",3.30527E+12,,,"),
                        partner(",3305271234567,,,")),
                RuleCase.of(
                        ValueRule.PRODUCT_ID_DIFFERS,
                        PARTNER_CENTER,
                        partner(SERIAL + ",0001234567891," + key.text() + ",,"),
                        partner(SERIAL + ",0001234567890," + key.text() + ",,")),
                RuleCase.of(
                        ValueRule.ROW_UNIDENTIFIED,
                        PARTNER_CENTER,
                        partner(SERIAL + ",,,Contoso,"),
                        partner(SERIAL + ",,,Contoso,Book 3")));
    }

    private static List<RuleCase> owners() {
        String known = tag("Microsoft365Managed_Autopilot");
        return List.of(
                RuleCase.intune(ValueRule.GROUP_TAG_MISSPELT, tag("Microsoft365Managed_Autopilot."), known),
                RuleCase.intune(ValueRule.GROUP_TAG_MISSPELT, tag("microsoft365managed_autopilott"), known),
                RuleCase.intune(ValueRule.GROUP_TAG_FORM, tag("Kiosk;"), tag("Kiosk-1")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("ana"), user("ana@contoso.com")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("ana@contoso"), user("a@b.c")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("ana@@contoso.com"), user("")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("@contoso.com"), user("a@b.c.d")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("ana@.contoso.com"), user("ana.b@c.d")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("ana b@contoso.com"), user("ana_b@contoso.com")),
                RuleCase.intune(ValueRule.USER_NOT_UPN, user("ana@contoso.com."), user("a-na@con-toso.com")));
    }

    private static String tag(String tag) {
        return tagged(row(SERIAL) + "," + tag + ",");
    }

    private static String user(String user) {
        return tagged(row(SERIAL) + ",," + user);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleIsFoundWhereItIsBrokenAndOnlyThere(RuleCase files) {
        assertThat(CheckedFile.of(files.importer(), files.broken()).open()).contains(files.rule());
        assertThat(CheckedFile.of(files.importer(), files.sound()).open()).doesNotContain(files.rule());
    }

    @Test
    void everyRuleOfValuesHasACase() {
        List<Rule> tested = new ArrayList<>();
        cases().forEach(files -> tested.add(files.rule()));
        assertThat(tested).contains(ValueRule.values());
    }

    @Test
    void aSoundFileOfEachImporterHasNoFinding() {
        assertThat(CheckedFile.of(Importer.INTUNE, tagged(row(SERIAL) + ",Sales,ana@contoso.com"))
                        .findings())
                .isEmpty();
        assertThat(CheckedFile.of(PARTNER_CENTER, partner(row(SERIAL) + ",Contoso,Book 3"))
                        .findings())
                .isEmpty();
        assertThat(CheckedFile.of(CORPORATE_IDENTIFIERS, "Contoso,Book 3," + SERIAL + "\r\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void whatIsEnoughForPartnerCenterIsRefusedForIntuneWithTheReason() {
        String file = partner(",3305271234567,,,", SERIAL + ",,,Contoso,Book 3");
        CheckedFile partner = CheckedFile.of(PARTNER_CENTER, file);
        assertThat(partner.verdict().isReady()).isTrue();
        assertThat(partner.open()).containsExactly(HashRule.HASH_MISSING, HashRule.HASH_MISSING);

        CheckedFile intune = CheckedFile.of(Importer.INTUNE, file);
        assertThat(intune.verdict().isReady()).isFalse();
        assertThat(intune.findings())
                .filteredOn(one -> one.rule() == HashRule.HASH_MISSING)
                .extracting(Finding::message)
                .satisfiesExactly(
                        one -> assertThat(one).contains("product ID is enough for Partner Center only"),
                        one -> assertThat(one).contains("manufacturer and model are enough for Partner Center only"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123|00123|true",
                "123|123|false",
                "1.23E+11|123456789012|true",
                "1,23E+11|123456789012|true",
                "1.24E+11|123456789012|false",
                "1.23457E+11|123456789012|true",
                "12000000|12E6|true",
                "1.20E+07|12E6|true",
                "12345678901234500|12345678901234567|true",
                "12345678901234600|12345678901234567|false",
                "123|0123A|false",
                "1.|1.0|false",
                "1E|10|false",
                "1E+1234|10|false",
                "E5|00000|false",
                "1.5|1.50|true",
                "|0|false"
            })
    void aSpreadsheetsNumberIsKnownByTheSerialNumberItWas(String shown, String serialNumber, boolean made) {
        assertThat(ExcelNumber.isMade(shown == null ? "" : shown, serialNumber)).isEqualTo(made);
    }

    @Test
    void noPieceOfAHashIsShown() {
        String piece = HASH.substring(0, 60);
        CheckedFile file = CheckedFile.of(Importer.INTUNE, tagged(piece + ",," + HASH + "," + piece + "," + HASH));

        assertThat(file.findings())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.words() + one.value()).doesNotContain(piece.substring(0, 12)));
        assertThat(Shown.quoted(HASH.substring(0, 16))).isEqualTo('"' + HASH.substring(0, 16) + '"');
        assertThat(Shown.quoted(HASH.substring(0, 17))).startsWith("(17 characters, SHA-256 ");
        assertThat(Shown.quoted("A".repeat(32))).isEqualTo('"' + "A".repeat(32) + '"');
        assertThat(Shown.quoted("-" + "A".repeat(33))).startsWith("(34 characters, SHA-256 ");
        assertThat(Shown.quoted("a\u00e9\n")).isEqualTo("\"a\\u00E9\\u000A\"");
        assertThat(Shown.quoted("x ".repeat(150))).startsWith("(300 characters, SHA-256 ");
    }
}

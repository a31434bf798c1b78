// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static dev.hwhash.device.check.Files.HASH;
import static dev.hwhash.device.check.Files.SERIAL;
import static dev.hwhash.device.check.Files.intune;
import static dev.hwhash.device.check.Files.lines;
import static dev.hwhash.device.check.Files.row;
import static dev.hwhash.device.check.Files.tagged;
import static dev.hwhash.device.check.Importer.CORPORATE_IDENTIFIERS;
import static dev.hwhash.device.check.Importer.PARTNER_CENTER;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Format;
import dev.hwhash.device.table.FileLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileRuleTest {

    private static final String GOOD = intune(row(SERIAL), row("HWHASH-0002"));
    private static final String TAGGED = tagged(row(SERIAL) + ",Gr\u00f6\u00dfe,");
    private static final String IDENTIFIERS = "Contoso,Book 3,HWHASH-0001\r\n";

    static Stream<RuleCase> cases() {
        return Stream.of(encodings(), headers(), contents()).flatMap(List::stream);
    }

    private static List<RuleCase> encodings() {
        byte[] ansi = TAGGED.getBytes(CheckedFile.ANSI);
        String both = tagged(row(SERIAL) + ",Gr\u00f6\u00dfe,", row("HWHASH-0002") + ",Gr\u00c3\u00b6\u00c3\u0178e,");
        String ascii = intune(row(SERIAL));
        return List.of(
                new RuleCase(FileRule.ENCODING_UTF_16, Importer.INTUNE, ("\uFEFF" + TAGGED).getBytes(UTF_16LE), ansi),
                new RuleCase(
                        FileRule.ENCODING_UTF_8_BOM,
                        Importer.INTUNE,
                        ("\uFEFF" + ascii).getBytes(UTF_8),
                        ascii.getBytes(UTF_8)),
                new RuleCase(FileRule.ENCODING_UTF_8, Importer.INTUNE, TAGGED.getBytes(UTF_8), ansi),
                RuleCase.intune(FileRule.ENCODING_MIXED, both, TAGGED),
                RuleCase.intune(FileRule.SEPARATOR, GOOD.replace(',', ';'), GOOD),
                RuleCase.intune(FileRule.SEPARATOR, GOOD.replace(',', '\t'), GOOD),
                RuleCase.intune(FileRule.LINE_BREAKS_LF, GOOD.replace("\r\n", "\n"), GOOD),
                RuleCase.intune(FileRule.LINE_BREAKS_MIXED, GOOD.replaceFirst("\r\n", "\n"), GOOD),
                RuleCase.intune(FileRule.LINE_BREAKS_MIXED, GOOD.replace("\r\n", "\r"), GOOD),
                RuleCase.intune(FileRule.LAST_LINE_OPEN, GOOD.stripTrailing(), GOOD));
    }

    private static List<RuleCase> headers() {
        String row = row(SERIAL);
        String export = "Textbox18\r\nWindows Autopilot Device Information\r\n\r\n"
                + "Device Serial Number,Windows Product ID,Hardware Hash," + row + "\r\n";
        return List.of(
                RuleCase.intune(FileRule.CONFIGURATION_MANAGER_EXPORT, export, GOOD),
                RuleCase.intune(FileRule.TYPE_LINE, "#TYPE System.Object\r\n" + GOOD, GOOD),
                RuleCase.intune(FileRule.LINES_BEFORE_HEADER, "My devices\r\n" + GOOD, GOOD),
                RuleCase.intune(FileRule.HEADER_QUOTED, GOOD.replace("Hardware Hash", "\"Hardware Hash\""), GOOD),
                RuleCase.of(
                        FileRule.HEADER_PRESENT,
                        CORPORATE_IDENTIFIERS,
                        "Manufacturer,Model,Serial Number\r\n" + IDENTIFIERS,
                        IDENTIFIERS),
                RuleCase.intune(FileRule.HEADER_CASE, GOOD.replace("Hardware Hash", "hardware hash"), GOOD),
                RuleCase.intune(FileRule.HEADER_CASE, GOOD.replace("Hardware Hash", "Hardware Hash "), GOOD),
                RuleCase.of(
                        FileRule.HEADER_CASE,
                        PARTNER_CENTER,
                        Files.partner(row + ",,").replace("Device model", "DEVICE model"),
                        Files.partner(row + ",,").replace("Device model", "Device Model")),
                RuleCase.intune(FileRule.HEADER_NAME, GOOD.replace("Device Serial Number", "Serial Number"), GOOD),
                RuleCase.intune(
                        FileRule.COLUMN_MISSING, lines("Device Serial Number,Windows Product ID", SERIAL + ","), GOOD),
                RuleCase.intune(
                        FileRule.COLUMN_LEFT_OUT,
                        lines("Device Serial Number,Hardware Hash", SERIAL + "," + HASH),
                        GOOD),
                RuleCase.intune(
                        FileRule.COLUMN_EXTRA,
                        lines("Device Serial Number,Windows Product ID,Hardware Hash,Room", row + ",1"),
                        tagged(row + ",1,")),
                RuleCase.intune(
                        FileRule.COLUMN_REPEATED,
                        lines("Device Serial Number,Windows Product ID,Hardware Hash,Hardware Hash", row + ","),
                        GOOD),
                RuleCase.intune(
                        FileRule.COLUMN_ORDER,
                        lines("Windows Product ID,Device Serial Number,Hardware Hash", "," + SERIAL + "," + HASH),
                        GOOD));
    }

    private static List<RuleCase> contents() {
        String header = intune();
        return List.of(
                RuleCase.intune(FileRule.HEADER_AGAIN, intune(row(SERIAL), header + row("HWHASH-0002")), GOOD),
                RuleCase.intune(FileRule.BLANK_LINE, intune(row(SERIAL), "", row("HWHASH-0002")), GOOD + "\r\n"),
                RuleCase.intune(FileRule.BLANK_LINE, intune(row(SERIAL), ",,", row("HWHASH-0002")), GOOD),
                RuleCase.intune(FileRule.NO_ROWS, header, GOOD),
                RuleCase.intune(FileRule.ROWS_TOO_MANY, intune(serials(501)), intune(serials(500))),
                RuleCase.of(FileRule.ROWS_TOO_MANY, CORPORATE_IDENTIFIERS, identifiers(5001), identifiers(5000)));
    }

    private static String[] serials(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> "HWHASH-" + i + ",,").toArray(String[]::new);
    }

    private static String identifiers(int rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append("Contoso,Book 3,HWHASH-").append(i).append("\r\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleIsFoundWhereItIsBrokenAndOnlyThere(RuleCase files) {
        assertThat(CheckedFile.of(files.importer(), files.broken()).open()).contains(files.rule());
        assertThat(CheckedFile.of(files.importer(), files.sound()).open()).doesNotContain(files.rule());
    }

    @Test
    void everyRuleOfFilesHasACase() {
        Set<FileRule> elsewhere = EnumSet.of(FileRule.FILE_UNREADABLE, FileRule.NOT_CSV, FileRule.FILE_TOO_LARGE);
        List<Rule> tested = new ArrayList<>(elsewhere);
        cases().forEach(files -> tested.add(files.rule()));
        assertThat(tested).contains(FileRule.values());
    }

    @Test
    void theSizeOfAFileCountsForCorporateIdentifiers() {
        assertThat(sized(CORPORATE_IDENTIFIERS, 5_000_001)).contains(FileRule.FILE_TOO_LARGE);
        assertThat(sized(CORPORATE_IDENTIFIERS, 5_000_000)).doesNotContain(FileRule.FILE_TOO_LARGE);
        assertThat(sized(PARTNER_CENTER, 5_000_001)).doesNotContain(FileRule.FILE_TOO_LARGE);
    }

    private static List<Rule> sized(Importer importer, long bytes) {
        List<Rule> found = new ArrayList<>();
        FileCheck file = new FileCheck("a.csv", importer, new SeenDevices(), false, one -> found.add(one.rule()));
        file.end(FileLayout.ofDevices(Format.CORPORATE_IDENTIFIERS), bytes);
        return found;
    }

    @Test
    void whatIsNoCsvIsToldByItsKind() {
        for (Format format : new Format[] {Format.JSON, Format.AUTOPILOT}) {
            List<Finding> found = new ArrayList<>();
            FileCheck file = new FileCheck("a", Importer.INTUNE, new SeenDevices(), false, found::add);
            file.add(List.of(), FileLayout.ofDevices(format), Map.of());
            file.end(FileLayout.ofDevices(format), 1);
            assertThat(found)
                    .filteredOn(one -> one.rule() == FileRule.NOT_CSV)
                    .singleElement()
                    .satisfies(one ->
                            assertThat(one.message()).contains(format == Format.JSON ? "is JSON" : "is OA3.xml"));
        }
    }

    @Test
    void aFileThatBreaksOffIsToldOnItsLastLine() {
        List<Finding> found = new ArrayList<>();
        FileCheck file = new FileCheck("a.csv", Importer.INTUNE, new SeenDevices(), false, found::add);
        Verdict verdict = file.breakOff("the quote that opens on line 3 is never closed");

        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.line()).isEqualTo(1));
        assertThat(verdict.isReady()).isFalse();
    }

    @Test
    void findingsComeInTheOrderOfTheLines() {
        String text = "#TYPE x\n"
                + intune(" " + SERIAL + ",," + HASH, "", row("HWHASH-0002")).stripTrailing();

        assertThat(CheckedFile.of(Importer.INTUNE, text).places())
                .containsExactly(
                        "1: type-line",
                        "1: line-breaks-mixed",
                        "3: value-blanks",
                        "4: blank-line",
                        "5: last-line-open");
    }

    @Test
    void managedDesktopTakesItsOwnFileAndThatOfIntune() {
        String own = Files.managed("Contoso,Book 3," + SERIAL + "," + HASH);
        assertThat(CheckedFile.of(Importer.MANAGED_DESKTOP, own).findings()).isEmpty();
        assertThat(CheckedFile.of(Importer.MANAGED_DESKTOP, GOOD).findings()).isEmpty();
        assertThat(CheckedFile.of(Importer.MANAGED_DESKTOP, tagged(row(SERIAL) + ",a,"))
                        .open())
                .contains(FileRule.COLUMN_EXTRA);
    }
}

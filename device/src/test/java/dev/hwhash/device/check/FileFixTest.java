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
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FileFixTest {

    private static final List<String> COLUMNS = List.of(
            "Device Serial Number",
            "device serial number",
            "Serial",
            "Windows Product ID",
            "Hardware Hash",
            "HARDWARE HASH",
            "Group Tag",
            "Assigned User",
            "Manufacturer name",
            "Manufacturer",
            "Device Model",
            "Model",
            "Room");

    private static final List<String> CELLS = List.of(
            "",
            SERIAL,
            " HWHASH-0001",
            "HWHASH-0002\u00a0",
            "123",
            "1.23E+11",
            HASH,
            " " + HASH,
            DEVICE.paddedTo(1600).textWithoutPadding(),
            DEVICE.flipped(900).text(),
            SyntheticHash.of("00123").text(),
            SyntheticHash.of("123456789012").text(),
            "Microsoft365Managed_autopilot.",
            "Gr\u00f6\u00dfe",
            "=1",
            "a,b",
            "a\"b",
            "two\r\nlines",
            "0001234567890",
            "ana@contoso.com");

    /** The first column is always the serial number's, and never empty: a row of nothing is none. */
    @Provide
    Arbitrary<String> files() {
        Arbitrary<List<String>> header =
                Arbitraries.of(COLUMNS).list().ofMinSize(2).ofMaxSize(6);
        Arbitrary<List<List<String>>> rows = Arbitraries.of(CELLS)
                .list()
                .ofMinSize(3)
                .ofMaxSize(9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        return Combinators.combine(
                        header,
                        rows,
                        Arbitraries.of(",", ";", "\t"),
                        Arbitraries.of("\r\n", "\n"),
                        Arbitraries.of(true, false))
                .as(FileFixTest::text);
    }

    private static String text(
            List<String> header, List<List<String>> rows, String separator, String newline, boolean quoted) {
        List<String> lines = new ArrayList<>();
        lines.add("Device Serial Number" + separator + "Hardware Hash" + separator + String.join(separator, header));
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>(List.of("HWHASH-100" + i));
            for (String cell : rows.get(i)) {
                boolean needed = cell.contains(separator) || cell.contains("\"") || cell.contains("\n");
                cells.add(quoted || needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            lines.add(String.join(separator, cells));
        }
        return String.join(newline, lines) + newline;
    }

    @Property(tries = 300)
    void theCopyHasWhatWasLeftAndNothingThatCanBeCorrected(@ForAll("files") String file, @ForAll Importer importer) {
        CheckedFile fixed = CheckedFile.fixed(importer, file);
        CheckedFile copy = CheckedFile.of(importer, fixed.copy());
        CheckedFile again = CheckedFile.fixed(importer, fixed.copy());

        assertThat(again.copy()).isEqualTo(fixed.copy());
        assertThat(again.findings()).allMatch(Finding::isOpen);
        assertThat(copy.verdict().rows()).isEqualTo(fixed.verdict().rows());
        // A needed column that was missing is there now, empty: its rows tell of it.
        List<Rule> left = fixed.open().stream()
                .filter(rule -> rule != FileRule.COLUMN_MISSING)
                .toList();
        assertThat(copy.open()).containsExactlyInAnyOrderElementsOf(left);
    }

    @Example
    void aSoundFileIsItsOwnCopy() {
        for (String file : List.of(intune(row(SERIAL)), tagged(row(SERIAL) + ",Gr\u00f6\u00dfe,ana@contoso.com"))) {
            assertThat(CheckedFile.fixed(Importer.INTUNE, file).copy()).isEqualTo(file);
        }
        String partner = partner(row(SERIAL) + ",Contoso,Book 3");
        assertThat(CheckedFile.fixed(Importer.PARTNER_CENTER, partner).copy()).isEqualTo(partner);
        String managed = managed("Contoso,Book 3," + SERIAL + "," + HASH);
        assertThat(CheckedFile.fixed(Importer.MANAGED_DESKTOP, managed).copy()).isEqualTo(managed);
        String identifiers = "Contoso,Book 3," + SERIAL + "\r\n";
        assertThat(CheckedFile.fixed(Importer.CORPORATE_IDENTIFIERS, identifiers)
                        .copy())
                .isEqualTo(identifiers);
    }

    @Example
    void whatIsCertainIsPutRight() {
        SyntheticHash unpadded = DEVICE.paddedTo(1600);
        assertFixed(intune(SERIAL + ",," + unpadded.textWithoutPadding()), intune(row(SERIAL, unpadded)));
        assertFixed(intune(row(" " + SERIAL + "\u00a0", DEVICE)), intune(row(SERIAL)));
        assertFixed(intune(row("123", SyntheticHash.of("00123"))), intune(row("00123")));
        assertFixed(intune(row("1.23E+11", SyntheticHash.of("123456789012"))), intune(row("123456789012")));
        assertFixed(
                tagged(row(SERIAL) + ",microsoft365managed_Autopilot.,"),
                tagged(row(SERIAL) + ",Microsoft365Managed_Autopilot,"));
        assertFixed(
                "#TYPE x\n\"Hardware Hash\";\"serial number\";\"Room\"\n;;\n\"" + HASH + "\";\"" + SERIAL + "\";\"1\"",
                intune(row(SERIAL)));
    }

    private static void assertFixed(String file, String copy) {
        CheckedFile fixed = CheckedFile.fixed(Importer.INTUNE, file);
        assertThat(fixed.copy()).isEqualTo(copy);
        assertThat(fixed.findings()).anyMatch(one -> !one.isOpen());
        assertThat(fixed.verdict().isReady()).isTrue();
    }

    @Example
    void whatIsNotCertainIsLeftAndTold() {
        for (String row : List.of(
                row("124", SyntheticHash.of("00123")),
                SERIAL + ",3.30527E+12," + HASH,
                SERIAL + ",," + DEVICE.flipped(900).text(),
                row(SERIAL) + ", Inc.")) {
            CheckedFile fixed = CheckedFile.fixed(Importer.INTUNE, intune(row));
            assertThat(fixed.copy()).isEqualTo(intune(row));
            assertThat(fixed.findings()).isNotEmpty().allMatch(Finding::isOpen);
        }
        for (String tag : List.of("Microsoft365Managed_Autopilott", "Kiosk;", "\"a,b\"")) {
            String file = tagged(row(SERIAL) + "," + tag + ",");
            assertThat(CheckedFile.fixed(Importer.INTUNE, file).copy()).isEqualTo(file);
        }
    }

    @Example
    void columnsThatTurnUpLateAreKept() {
        String file = intune(row(SERIAL)) + tagged(row("HWHASH-0002") + ",Sales,ana@contoso.com");

        assertThat(CheckedFile.fixed(Importer.INTUNE, file).copy())
                .isEqualTo(tagged(row(SERIAL) + ",,", row("HWHASH-0002") + ",Sales,ana@contoso.com"));
    }

    @Example
    void whatWasChangedIsToldWithWhatItIsNow() {
        Finding serial = CheckedFile.fixed(Importer.INTUNE, intune(row("123", SyntheticHash.of("00123"))))
                .only(ValueRule.SERIAL_MANGLED);

        assertThat(serial.words())
                .isEqualTo(
                        "fixed: the serial number is \"123\", but \"00123\" inside the hardware hash; now \"00123\"");
        assertThat(serial.becomes()).hasValue("00123");
        Finding hash = CheckedFile.fixed(
                        Importer.INTUNE, intune(row(" " + SERIAL, DEVICE)).replace(",,", ",, "))
                .only(HashRule.HASH_BLANKS);
        assertThat(hash.becomes()).hasValue(Shown.mark(HASH));
    }
}

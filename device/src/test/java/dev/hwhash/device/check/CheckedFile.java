// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.table.CsvRows;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of the check of a CSV in memory, and its corrected copy if one was made. */
record CheckedFile(List<Finding> findings, Verdict verdict, String copy) {

    static final Charset ANSI = Charset.forName("windows-1252");

    static CheckedFile of(Importer importer, byte[] file) {
        List<DeviceRow> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        RowReader reader = read(importer, file, rows);
        RowCheck check = new RowCheck(importer);
        FileCheck found = new FileCheck("a.csv", importer, new SeenDevices(), false, findings::add);
        found.add(rows.stream().map(check::check).toList(), reader.layout(), places(rows));
        Verdict verdict = found.end(reader.layout(), file.length);
        return new CheckedFile(findings, verdict, "");
    }

    static CheckedFile of(Importer importer, String file) {
        return of(importer, file.getBytes(ANSI));
    }

    static CheckedFile fixed(Importer importer, byte[] file) {
        List<DeviceRow> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        RowReader reader = read(importer, file, rows);
        Set<Field> held = EnumSet.noneOf(Field.class);
        rows.forEach(row -> held.addAll(row.places().keySet()));
        FileFix fix = new FileFix(importer, held);
        RowCheck check = new RowCheck(importer);
        StringBuilder copy = new StringBuilder(fix.start());
        FileCheck found = new FileCheck("a.csv", importer, new SeenDevices(), true, findings::add);
        List<CheckedRow> fixed = new ArrayList<>();
        for (DeviceRow row : rows) {
            CheckedRow one = check.check(row);
            FixedRow now = fix.fix(row, one);
            fixed.add(new CheckedRow(one.line(), one.identity(), now.findings()));
            copy.append(now.line()).append(fix.lineBreak());
        }
        found.add(fixed, reader.layout(), places(rows));
        Verdict verdict = found.end(reader.layout(), copy.length());
        return new CheckedFile(findings, verdict, copy.toString());
    }

    static CheckedFile fixed(Importer importer, String file) {
        return fixed(importer, file.getBytes(ANSI));
    }

    private static Map<Field, Integer> places(List<DeviceRow> rows) {
        return rows.isEmpty() ? Map.of() : rows.get(0).places();
    }

    private static RowReader read(Importer importer, byte[] file, List<DeviceRow> into) {
        try {
            RowReader reader = reader(importer, file);
            for (List<DeviceRow> some = reader.next(); !some.isEmpty(); some = reader.next()) {
                into.addAll(some);
            }
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotADeviceFileException e) {
            throw new AssertionError(e);
        }
    }

    private static RowReader reader(Importer importer, byte[] file) throws IOException, NotADeviceFileException {
        try {
            return CsvRows.read(new ByteArrayInputStream(file), ANSI);
        } catch (NotADeviceFileException e) {
            if (importer == Importer.CORPORATE_IDENTIFIERS) {
                return CsvRows.readIdentifiers(new ByteArrayInputStream(file), ANSI);
            }
            throw e;
        }
    }

    /** Returns the findings as they would be printed, without the words behind the rule. */
    List<String> places() {
        return findings.stream()
                .map(finding -> finding.line() + ": " + finding.rule().id())
                .toList();
    }

    /** Returns the rules that were found, each as often as it was, unless a copy does away with them. */
    List<Rule> open() {
        return findings.stream().filter(Finding::isOpen).map(Finding::rule).toList();
    }

    /** Returns the one finding of a rule. */
    Finding only(Rule rule) {
        List<Finding> found =
                findings.stream().filter(finding -> finding.rule() == rule).toList();
        assertThat(found).as("findings of " + rule.id()).hasSize(1);
        return found.get(0);
    }
}

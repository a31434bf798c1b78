// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.FileLayout;
import dev.hwhash.device.table.FileLayout.LineBreak;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at a file apart from its rows: what shows at its start, and what only its end shows. */
final class LayoutCheck {

    private LayoutCheck() {}

    /** Returns what the start of a file shows: its encoding's mark, what stands above the header, and the header. */
    static List<Finding> start(FileLayout layout, Map<Field, Integer> places, Importer importer) {
        Findings findings = new Findings(importer, 1);
        encoding(layout, findings);
        if (isNoTable(layout)) {
            String kind = layout.format() == Format.JSON ? "JSON" : "OA3.xml or the bare text of a hash";
            findings.add(FileRule.NOT_CSV, "", "the file is " + kind);
            return findings.found();
        }
        above(layout, findings);
        if (layout.separator() != ',') {
            String separator = layout.separator() == '\t' ? "tabs" : "\"" + layout.separator() + "\"";
            findings.addAt(
                    firstLine(layout),
                    FileRule.SEPARATOR,
                    String.valueOf(layout.separator()),
                    "the cells are separated by " + separator);
        }
        if (layout.headerQuoted()) {
            findings.addAt(
                    layout.headerLine(), FileRule.HEADER_QUOTED, "", "a name of the header stands in quotation marks");
        }
        header(layout, places, findings);
        return findings.found();
    }

    /** A report, a hash or JSON: what was read as CSV has a header, or the names in its rows. */
    private static boolean isNoTable(FileLayout layout) {
        boolean csv =
                layout.headerLine() > 0 || layout.namesInRows() || layout.format() == Format.CORPORATE_IDENTIFIERS;
        return layout.format() == Format.JSON || !csv;
    }

    private static void encoding(FileLayout layout, Findings findings) {
        String encoding = layout.encoding().name();
        if (encoding.startsWith("utf-16")) {
            findings.add(FileRule.ENCODING_UTF_16, encoding, "the file is UTF-16");
        }
        if (encoding.equals("utf-8-bom")) {
            findings.add(FileRule.ENCODING_UTF_8_BOM, encoding, "the file is UTF-8 with a byte order mark");
        }
    }

    private static void above(FileLayout layout, Findings findings) {
        if (layout.namesInRows()) {
            findings.add(FileRule.CONFIGURATION_MANAGER_EXPORT, "", "the file is an export of Configuration Manager");
            return;
        }
        List<String> above = layout.linesBefore();
        if (above.isEmpty()) {
            return;
        }
        if (above.get(0).startsWith("#TYPE")) {
            findings.add(FileRule.TYPE_LINE, Shown.value(above.get(0)), "the first line is Export-Csv's #TYPE");
        } else {
            findings.add(
                    FileRule.LINES_BEFORE_HEADER,
                    Shown.value(above.get(0)),
                    above.size() + " lines stand above the header, the first is " + Shown.quoted(above.get(0)));
        }
    }

    private static void header(FileLayout layout, Map<Field, Integer> places, Findings findings) {
        boolean there = !layout.header().isEmpty();
        if (!findings.importer().takesHeader()) {
            if (there) {
                findings.addAt(
                        layout.headerLine(),
                        FileRule.HEADER_PRESENT,
                        Shown.value(layout.header().get(0)),
                        "the file has a header, which begins with "
                                + Shown.quoted(layout.header().get(0)));
            }
        } else if (there && !layout.namesInRows()) {
            HeaderCheck.check(layout, places, findings);
        }
    }

    /** Returns what only the end of a file shows. */
    static List<Finding> end(FileLayout layout, FileSize size, Importer importer) {
        Findings findings = new Findings(importer, 1);
        if (layout.mixedEncoding()) {
            findings.add(FileRule.ENCODING_MIXED, "", "the file holds both UTF-8 and bytes that are none");
        } else if (layout.encoding().name().equals("utf-8")) {
            findings.add(FileRule.ENCODING_UTF_8, "utf-8", "the file is UTF-8 without a mark");
        }
        if (importer.mostBytes().isPresent()
                && size.bytes() > importer.mostBytes().getAsLong()) {
            findings.add(
                    FileRule.FILE_TOO_LARGE,
                    Long.toString(size.bytes()),
                    "the file has " + size.bytes() + " bytes, more than "
                            + importer.mostBytes().getAsLong());
        }
        if (size.rows() == 0) {
            findings.add(FileRule.NO_ROWS, "", "the file has no row");
        }
        lines(layout, size, findings);
        return findings.found();
    }

    private static void lines(FileLayout layout, FileSize size, Findings findings) {
        Set<LineBreak> breaks = layout.lineBreaks();
        if (breaks.size() > 1 || breaks.contains(LineBreak.CR)) {
            findings.add(FileRule.LINE_BREAKS_MIXED, "", "lines end with CR alone, or in several ways");
        } else if (breaks.contains(LineBreak.LF)) {
            findings.add(FileRule.LINE_BREAKS_LF, "", "lines end with LF alone");
        }
        if (layout.endsInRow() && size.rows() > 0) {
            findings.addAt(size.lastLine(), FileRule.LAST_LINE_OPEN, "", "the last line has no line break");
        }
    }

    private static int firstLine(FileLayout layout) {
        return Math.max(1, layout.headerLine());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Format;
import java.util.List;
import java.util.Set;

/**
 * What a file of devices is, apart from its rows.
 *
 * @param format whose rows its columns can hold
 * @param encoding how it is stored: {@code ascii} where no byte says more, {@code utf-8} or {@code ansi} by the first
 *     characters beyond ASCII
 * @param mixedEncoding whether it holds both UTF-8 and bytes that are none
 * @param separator what stands between two cells; a comma for JSON
 * @param header the names of the columns as they are written, blanks removed; empty where the file has no header
 * @param headerLine the line of the header, from 1; 0 without one
 * @param headerQuoted whether a name stands in quotes
 * @param namesInRows whether each row repeats the names, as in Configuration Manager's export
 * @param linesBefore what stands above the header: {@code #TYPE} of Export-Csv, or the lines of an export
 * @param repeatedHeaders lines on which a header stands again, as where two files were joined
 * @param blankLines lines without a value between rows; those at the end of the file do not count
 * @param endsInRow whether the last row has no line break
 * @param lineBreaks which line breaks it has: LF, CRLF or CR alone
 */
public record FileLayout(
        Format format,
        TextEncoding encoding,
        boolean mixedEncoding,
        char separator,
        List<String> header,
        int headerLine,
        boolean headerQuoted,
        boolean namesInRows,
        List<String> linesBefore,
        List<Integer> repeatedHeaders,
        List<Integer> blankLines,
        boolean endsInRow,
        Set<LineBreak> lineBreaks) {

    /** What ends a line. */
    public enum LineBreak {
        /** As Windows ends lines. */
        CRLF,
        /** As Unix does. */
        LF,
        /** As old Mac programs did. */
        CR
    }

    /** Copies the lists. */
    public FileLayout {
        header = List.copyOf(header);
        linesBefore = List.copyOf(linesBefore);
        repeatedHeaders = List.copyOf(repeatedHeaders);
        blankLines = List.copyOf(blankLines);
        lineBreaks = Set.copyOf(lineBreaks);
    }

    /**
     * Returns the layout of what has neither columns nor lines that matter.
     *
     * @param format of its rows
     * @return ASCII without a header
     */
    public static FileLayout ofDevices(Format format) {
        return new FileLayout(
                format,
                TextEncoding.ASCII,
                false,
                ',',
                List.of(),
                0,
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                false,
                Set.of());
    }

    /**
     * Returns the same layout in another encoding.
     *
     * @param other how the file is stored
     * @return a new layout
     */
    public FileLayout storedAs(TextEncoding other) {
        return new FileLayout(
                format,
                other,
                mixedEncoding,
                separator,
                header,
                headerLine,
                headerQuoted,
                namesInRows,
                linesBefore,
                repeatedHeaders,
                blankLines,
                endsInRow,
                lineBreaks);
    }
}

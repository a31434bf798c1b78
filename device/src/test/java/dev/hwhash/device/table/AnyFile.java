// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.hash.SyntheticHash;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A device file as people have them.
 *
 * @param encoding how it is stored
 * @param separator between cells
 * @param quoting which cells stand in quotes
 * @param newline what ends a line
 * @param lead lines before the header
 * @param columns the header
 * @param rows how many devices, {@code HWHASH-0000} and so on
 * @param others what stands in the other columns, over and over
 * @param ended whether the last line has its end
 */
record AnyFile(
        TextEncoding encoding,
        String separator,
        Quoting quoting,
        String newline,
        List<String> lead,
        List<String> columns,
        int rows,
        List<String> others,
        boolean ended) {

    static final Charset ANSI = Charset.forName("windows-1252");

    private static final int MOST_ROWS = 4;
    private static final List<String> HASHES =
            IntStream.range(0, MOST_ROWS).mapToObj(row -> hash(row).text()).toList();

    enum Quoting {
        NEVER,
        WHERE_NEEDED,
        ALWAYS
    }

    static Arbitrary<AnyFile> arbitrary() {
        Arbitrary<List<String>> columns = Arbitraries.of(
                        "Group Tag", "Windows Product ID", "Model", "Room", "Owner", "Order ID")
                .set()
                .ofMaxSize(4)
                .flatMap(others -> {
                    List<String> all = new ArrayList<>(others);
                    all.addAll(List.of("Device Serial Number", "Hardware Hash"));
                    return Arbitraries.shuffle(all);
                });
        Arbitrary<String> cells = Arbitraries.of(
                "",
                "plain",
                " blank ",
                "a,b",
                "a;b",
                "a\tb",
                "\"x\"",
                "12\"",
                "two\r\nlines",
                "\u00E4\u20AC",
                "\u4E2D");
        return Combinators.combine(
                        encodings(),
                        Arbitraries.of(",", ";", "\t"),
                        Arbitraries.of(Quoting.class),
                        Arbitraries.of("\r\n", "\n", "\r"))
                .flatAs((encoding, separator, quoting, newline) -> Combinators.combine(
                                Arbitraries.of("Report", "", "Site 12").list().ofMaxSize(2),
                                columns,
                                Arbitraries.integers().between(0, MOST_ROWS),
                                cells.list().ofMinSize(1).ofMaxSize(5),
                                Arbitraries.of(true, false))
                        .as((lead, header, rows, others, ended) ->
                                new AnyFile(encoding, separator, quoting, newline, lead, header, rows, others, ended)));
    }

    private static Arbitrary<TextEncoding> encodings() {
        return Arbitraries.of("ascii", "ansi", "utf-8", "utf-8-bom", "utf-16le")
                .map(name -> TextEncoding.named(name, ANSI).orElseThrow())
                .flatMap(encoding -> Arbitraries.of(
                        encoding,
                        encoding,
                        new TextEncoding("utf-16le", StandardCharsets.UTF_16LE, false),
                        new TextEncoding("utf-16be", StandardCharsets.UTF_16BE, true),
                        new TextEncoding("utf-16be", StandardCharsets.UTF_16BE, false)));
    }

    byte[] bytes() throws CharacterCodingException {
        return encoding.encode(text());
    }

    String text() {
        List<String> lines = new ArrayList<>(lead);
        lines.add(line(columns));
        for (int row = 0; row < rows; row++) {
            lines.add(line(cells(row)));
        }
        return String.join(newline, lines) + (ended ? newline : "");
    }

    static SyntheticHash hash(int row) {
        return SyntheticHash.of(serial(row)).paddedTo(0);
    }

    static String serial(int row) {
        return String.format("HWHASH-%04d", row);
    }

    private List<String> cells(int row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            cells.add(
                    switch (columns.get(column)) {
                        case "Device Serial Number" -> serial(row);
                        case "Hardware Hash" -> HASHES.get(row);
                        default -> other(others.get((row + column) % others.size()));
                    });
        }
        return cells;
    }

    /** What this file cannot hold is not in it. */
    private String other(String cell) {
        boolean written = quoting != Quoting.NEVER || !needsQuotes(cell);
        return written && encoding.lacking(cell).isEmpty() ? cell : "plain";
    }

    private String line(List<String> cells) {
        return String.join(
                separator,
                cells.stream()
                        .map(cell -> quoting == Quoting.ALWAYS || needsQuotes(cell)
                                ? '"' + cell.replace("\"", "\"\"") + '"'
                                : cell)
                        .toList());
    }

    private boolean needsQuotes(String cell) {
        return cell.contains(separator) || cell.contains("\"") || cell.contains("\n");
    }

    @Override
    public String toString() {
        return encoding
                + (encoding.byteOrderMark() ? " with mark: " : ": ")
                + text().replace("\r", "\\r").replace("\n", "\\n").replaceAll("T0[A-Za-z0-9+/=]+", "T0..");
    }
}

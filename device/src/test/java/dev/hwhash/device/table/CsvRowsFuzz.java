// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes as a file that is read row by row. Where the reader of the whole text takes it, both give the same rows.
 * They differ by rule in two ways: a header that stands again counts only for the rows behind it, and characters beyond
 * ASCII are UTF-8 or ANSI cell by cell, since nobody has seen the whole file.
 */
class CsvRowsFuzz {

    private static final int HEADER_LINES = 11;

    static Stream<byte[]> seeds() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001").withoutTpm().paddedTo(0).text();
        return Stream.concat(
                FilesPeopleHave.all(hash).values().stream(),
                Stream.of(
                        "Contoso;Book 3;HWHASH-0001\r\n\r\n\"Fab;rikam\";Desk;\"HWHASH-0002".getBytes(UTF_8),
                        "Serial\u00A0Number,Hardware Hash\r\nHWHASH-0001,T0\u00E4\r\n".getBytes(UTF_8),
                        "Serial\u00A0Number,Hardware Hash\r\nHWHASH-0001,  \r\n,  \r\n".getBytes(AnyFile.ANSI),
                        "Serial,DeviceHardwareData,Order ID\r\nHWHASH-0001,T\u00C6,\u00EF\u00BB\u00BFKiosk\r\n"
                                .getBytes(AnyFile.ANSI)));
    }

    @MethodSource("seeds")
    @FuzzTest
    void givesTheRowsOfTheWholeText(byte[] file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file, AnyFile.ANSI);
        Optional<String> text = encoding.decode(file).filter(any -> !isMixed(file, encoding));
        for (Kind kind : Kind.values()) {
            if (text.isPresent()) {
                compare(kind, file, encoding, text.get());
            } else {
                for (int size : new int[] {1, file.length / 2 + 1, 2 * file.length + 1}) {
                    read(kind, file, size);
                }
            }
        }
    }

    private static void compare(Kind kind, byte[] file, TextEncoding encoding, String text) throws IOException {
        Charset plain = encoding.name().startsWith("utf-16") ? UTF_8 : encoding.charset();
        Optional<CsvTable> table = table(kind, text, encoding);
        for (int size : blockSizes(text, plain)) {
            Optional<List<DeviceRow>> rows = read(kind, file, size);
            if (table.isPresent()) {
                assertThat(rows).as("block of " + size).isPresent();
                List<TableRow> all = table.get().rows();
                List<TableRow> comparable = untilAHeaderAgain(kind, table.get());
                assertSame(rows.get(), comparable, plain);
                assertThat(rows.get().size() == all.size() || comparable.size() < all.size())
                        .isTrue();
            }
        }
    }

    /** Behind a header that stands again, it counts what that one says. */
    private static List<TableRow> untilAHeaderAgain(Kind kind, CsvTable table) {
        String text = table.text();
        Optional<CsvReader.Header> header = CsvReader.header(text).filter(any -> kind == Kind.WITH_HEADER);
        if (header.isPresent() && header.get().repeated()) {
            return table.rows();
        }
        char separator = header.map(CsvReader.Header::separator).orElse(CsvReader.identifierSeparator(text));
        return table.rows().stream()
                .takeWhile(row -> Columns.named(CsvLine.at(text, row.start(), separator, row.number())
                                .orElseThrow()
                                .cells())
                        .isEmpty())
                .toList();
    }

    private static void assertSame(List<DeviceRow> rows, List<TableRow> expected, Charset plain) {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(rows.get(i).line()).isEqualTo(expected.get(i).number());
            assertThat(rows.get(i).device())
                    .isEqualTo(withHashOf(expected.get(i).device(), plain));
        }
    }

    /** What starts like a hash is read as UTF-8 in every file: it is ASCII, or damaged. */
    private static DeviceRecord withHashOf(DeviceRecord device, Charset plain) {
        String hash = device.value(Field.HARDWARE_HASH).orElse("");
        return hash.startsWith("T0")
                ? device.with(Field.HARDWARE_HASH, new String(hash.getBytes(plain), UTF_8))
                : device;
    }

    /** The first ten lines, or the end of the file, have to stand in the first block; then the border may be anywhere. */
    private static Set<Integer> blockSizes(String text, Charset plain) {
        int first = 1;
        for (char separator : CsvReader.SEPARATORS) {
            List<CsvLine> lines = CsvSyntax.firstLines(text, separator, HEADER_LINES);
            int end = lines.size() < HEADER_LINES
                    ? text.length()
                    : lines.get(HEADER_LINES - 1).next();
            first = Math.max(first, text.substring(0, end).getBytes(plain).length);
        }
        return new TreeSet<>(List.of(first + 1, first + 2, first + 17, first + text.length() + 2));
    }

    /** Whether a part of a cell looks like UTF-8, or like its byte order mark, in a file that is not. Loops: the fuzzer slows regular expressions. */
    private static boolean isMixed(byte[] file, TextEncoding encoding) {
        int start = 0;
        for (int at = 0; at <= file.length && encoding.name().equals("ansi"); at++) {
            if (at == file.length || ",;\t\r\n\"".indexOf(file[at]) >= 0) {
                byte[] cell = Arrays.copyOfRange(file, start, at);
                if (TextEncoding.of(cell, AnyFile.ANSI).name().startsWith("utf-8")) {
                    return true;
                }
                start = at + 1;
            }
        }
        return false;
    }

    private enum Kind {
        WITH_HEADER,
        IDENTIFIERS
    }

    private static Optional<CsvTable> table(Kind kind, String text, TextEncoding encoding) {
        try {
            return Optional.of(
                    kind == Kind.WITH_HEADER
                            ? CsvReader.read(text, encoding)
                            : CsvReader.readIdentifiers(text, encoding));
        } catch (NotADeviceFileException refused) {
            return Optional.empty();
        }
    }

    private static Optional<List<DeviceRow>> read(Kind kind, byte[] file, int blockSize) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        List<DeviceRow> all = new ArrayList<>();
        try (CsvRows reader = kind == Kind.WITH_HEADER
                ? CsvRows.read(in, AnyFile.ANSI, blockSize)
                : CsvRows.readIdentifiers(in, AnyFile.ANSI, blockSize)) {
            for (List<DeviceRow> rows = reader.next(); !rows.isEmpty(); rows = reader.next()) {
                all.addAll(rows);
                rows.forEach(DeviceRow::readHash);
            }
            assertThat(reader.layout().separator()).isIn(',', ';', '\t');
            return Optional.of(all);
        } catch (NotADeviceFileException refused) {
            assertThat(refused.getMessage().chars().allMatch(c -> c >= ' ' && c <= '~'))
                    .isTrue();
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {

    private static final Charset ANSI = Charset.forName("windows-1252");

    private static TextEncoding named(String name) {
        return TextEncoding.named(name, ANSI).orElseThrow();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "ascii, 612c62",
        "ansi, 612c62",
        "utf-8, 612c62",
        "utf-8-bom, efbbbf612c62",
        "utf-16le, fffe61002c006200",
        "UTF-16LE, fffe61002c006200"
    })
    void aNewFileIsEncodedAsAsked(String name, String bytes) throws CharacterCodingException {
        assertThat(named(name).encode("a,b")).isEqualTo(hex(bytes));
        assertThat(named(name).decode(hex(bytes))).contains("a,b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "utf8", "utf-16be", "unicode", "windows-1252"})
    void noOtherEncodingIsWritten(String name) {
        assertThat(TextEncoding.named(name, ANSI)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "612c62, ascii, 'a,b'",
        "'', ascii, ''",
        "0000, ascii, '\0\0'",
        "61e4, ansi, a\u00E4",
        "6180, ansi, a\u20AC",
        "61c3a4, utf-8, a\u00E4",
        "efbbbf61c3a4, utf-8-bom, a\u00E4",
        "fffe6100e400, utf-16le, a\u00E4",
        "feff006100e4, utf-16be, a\u00E4",
        "6100e400, utf-16le, a\u00E4",
        "006100e4, utf-16be, a\u00E4",
        "efbbbf, utf-8-bom, ''",
        "fffe, utf-16le, ''"
    })
    void aFilesEncodingIsFound(String bytes, String name, String text) {
        TextEncoding encoding = TextEncoding.of(hex(bytes), ANSI);

        assertThat(encoding).hasToString(name);
        assertThat(encoding.decode(hex(bytes))).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"6181, ansi", "fffe6100e4, utf-16le", "610062, utf-16le", "feffd800, utf-16be", "efbbbf61e4, utf-8-bom"
    })
    void bytesThatWouldNotComeBackAreRefused(String bytes, String name) {
        TextEncoding encoding = TextEncoding.of(hex(bytes), ANSI);

        assertThat(encoding).hasToString(name);
        assertThat(encoding.decode(hex(bytes))).isEmpty();
    }

    /** A user may name an encoding that the file does not have. */
    @ParameterizedTest
    @CsvSource({
        "ascii, 61e4",
        "utf-8, 61e4",
        "utf-8-bom, 6162",
        "utf-8-bom, ''",
        "utf-16le, ''",
        "utf-16le, 6100",
        "utf-16le, feff0061"
    })
    void bytesOfAnotherEncodingAreRefused(String name, String bytes) {
        assertThat(named(name).decode(hex(bytes))).isEmpty();
    }

    @Test
    void aFileIsTakenForTheCodePageOfThePc() {
        byte[] bytes = hex("61e4");

        assertThat(TextEncoding.of(bytes, Charset.forName("windows-1251")).decode(bytes))
                .contains("a\u0434");
    }

    @ParameterizedTest
    @CsvSource({"ascii, \u00E4", "ansi, \u0434", "ansi, \u0081", "utf-8, \uD83D"})
    void aCharacterThatAnEncodingLacksIsNamed(String name, String lacking) {
        assertThat(named(name).lacking("a" + lacking + "b")).contains(lacking);
        assertThatThrownBy(() -> named(name).encode("a" + lacking + "b")).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNamedWhole() {
        assertThat(named("ansi").lacking("a\uD83D\uDE00")).contains("\uD83D\uDE00");
        assertThat(named("utf-16le").lacking("a\uD83D\uDE00")).isEmpty();
    }

    @Test
    void aTextThatAnEncodingHasLacksNothing() {
        assertThat(named("ansi").lacking("a\u20AC")).isEmpty();
        assertThat(named("ascii").lacking("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ascii, ascii, true",
        "ascii, ansi, true",
        "ascii, utf-8, true",
        "ascii, utf-8-bom, false",
        "ascii, utf-16le, false",
        "utf-8, ascii, false",
        "utf-8, ansi, false",
        "utf-8, utf-8-bom, false",
        "utf-8-bom, utf-8-bom, true",
        "utf-8-bom, utf-8, false",
        "utf-16le, utf-16le, true",
        "utf-16le, utf-8, false",
        "ansi, ansi, true",
        "ansi, utf-8, false"
    })
    void aFilePassesForAnEncodingThatWouldChangeNoByte(String has, String asked, boolean passes) {
        assertThat(named(has).passesFor(named(asked))).isEqualTo(passes);
    }

    @Test
    void utf16WithoutMarkPassesForUtf16() {
        assertThat(TextEncoding.of("ab".getBytes(UTF_16LE), ANSI).passesFor(named("utf-16le")))
                .isTrue();
        assertThat(TextEncoding.of("ab".getBytes(UTF_16BE), ANSI).passesFor(named("utf-16le")))
                .isFalse();
    }

    @Property
    void whatIsDecodedIsEncodedToTheSameBytes(@ForAll byte[] bytes) throws CharacterCodingException {
        for (Charset ansi : new Charset[] {ANSI, Charset.forName("Shift_JIS"), ISO_8859_1}) {
            TextEncoding encoding = TextEncoding.of(bytes, ansi);
            if (encoding.decode(bytes).isPresent()) {
                assertThat(encoding.encode(encoding.decode(bytes).get())).isEqualTo(bytes);
            }
        }
    }

    @Property
    void whatIsEncodedIsFoundAndDecodedAgain(@ForAll("encodings") String name, @ForAll("texts") String text)
            throws CharacterCodingException {
        TextEncoding encoding = named(name);
        String writable = encoding.lacking(text).isPresent() ? "Serial" : "Serial" + text;

        byte[] bytes = encoding.encode(writable);

        assertThat(TextEncoding.of(bytes, ANSI).decode(bytes)).contains(writable);
        assertThat(encoding.decode(bytes)).contains(writable);
    }

    @Provide
    Arbitrary<String> encodings() {
        return Arbitraries.of("ascii", "ansi", "utf-8", "utf-8-bom", "utf-16le");
    }

    /** Characters that ASCII, ANSI or only Unicode have; no ANSI text of these is valid UTF-8 by chance. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("", "a", "\u00E4", "\u20AC \u00E4", "\u0434", "\u4E2D", "\uD83D\uDE00", "\r\n")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("-", parts));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the text of a file is stored.
 *
 * @param name as on the command line: {@code ascii}, {@code ansi}, {@code utf-8}, {@code utf-8-bom}, {@code utf-16le};
 *     {@code utf-16be} is only ever read
 * @param charset the characters it has
 * @param byteOrderMark whether the file starts with U+FEFF
 */
public record TextEncoding(String name, Charset charset, boolean byteOrderMark) {

    /** What every service takes. */
    public static final TextEncoding ASCII = new TextEncoding("ascii", StandardCharsets.US_ASCII, false);

    static final TextEncoding UTF_8 = new TextEncoding("utf-8", StandardCharsets.UTF_8, false);
    private static final TextEncoding UTF_8_BOM = new TextEncoding("utf-8-bom", StandardCharsets.UTF_8, true);
    private static final TextEncoding UTF_16LE = new TextEncoding("utf-16le", StandardCharsets.UTF_16LE, true);
    private static final TextEncoding UTF_16BE = new TextEncoding("utf-16be", StandardCharsets.UTF_16BE, true);
    private static final char MARK = '\uFEFF';

    /**
     * Finds an encoding for a new file.
     *
     * @param name its name on the command line
     * @param ansi the PC's code page, for {@code ansi}
     * @return empty where no encoding that is written has that name
     */
    public static Optional<TextEncoding> named(String name, Charset ansi) {
        for (TextEncoding encoding : new TextEncoding[] {ASCII, ansi(ansi), UTF_8, UTF_8_BOM, UTF_16LE}) {
            if (encoding.name.equalsIgnoreCase(name)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the encoding of a file: by its byte order mark, by the zeros of UTF-16, else the first of ASCII, UTF-8
     * and ANSI that fits.
     *
     * @param bytes the whole file
     * @param ansi the code page to take it for where it is not UTF-8
     * @return a guess; {@link #decode(byte[])} tells whether the bytes fit it
     */
    public static TextEncoding of(byte[] bytes, Charset ansi) {
        Optional<TextEncoding> start = ofStart(bytes);
        return start.isPresent() ? start.get() : firstThatFits(bytes, ansi);
    }

    /**
     * Returns the encoding that the first bytes of a file show, by a byte order mark or the zeros of UTF-16.
     *
     * @param bytes three are enough
     * @return empty where they show none
     */
    public static Optional<TextEncoding> ofStart(byte[] bytes) {
        for (TextEncoding marked : new TextEncoding[] {UTF_8_BOM, UTF_16LE, UTF_16BE}) {
            byte[] mark = String.valueOf(MARK).getBytes(marked.charset);
            if (bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)) {
                return Optional.of(marked);
            }
        }
        if (bytes.length >= 2 && bytes[0] != 0 && bytes[1] == 0) {
            return Optional.of(new TextEncoding(UTF_16LE.name, UTF_16LE.charset, false));
        }
        if (bytes.length >= 2 && bytes[0] == 0 && bytes[1] != 0) {
            return Optional.of(new TextEncoding(UTF_16BE.name, UTF_16BE.charset, false));
        }
        return Optional.empty();
    }

    private static TextEncoding firstThatFits(byte[] bytes, Charset ansi) {
        for (TextEncoding encoding : new TextEncoding[] {ASCII, UTF_8}) {
            if (encoding.decode(bytes).isPresent()) {
                return encoding;
            }
        }
        return ansi(ansi);
    }

    static TextEncoding ansi(Charset codePage) {
        return new TextEncoding("ansi", codePage, false);
    }

    /**
     * Decodes a file, without its byte order mark.
     *
     * @param bytes the whole file
     * @return the text, or empty where {@link #encode(String)} would not give the same bytes back
     */
    public Optional<String> decode(byte[] bytes) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (byteOrderMark && !text.isEmpty()) {
                text = text.substring(1);
            }
            return Arrays.equals(encode(text), bytes) ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException notThisEncoding) {
            return Optional.empty();
        }
    }

    /**
     * Encodes a file, with its byte order mark.
     *
     * @param text characters that this encoding has
     * @return the whole file
     * @throws CharacterCodingException if it lacks one
     */
    public byte[] encode(String text) throws CharacterCodingException {
        // An array: an encoder takes a wrapped string character by character.
        char[] characters = (byteOrderMark ? MARK + text : text).toCharArray();
        ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /**
     * Returns the first character that this encoding lacks.
     *
     * @param value any text
     * @return empty where the value can be written
     */
    public Optional<String> lacking(String value) {
        if (isAscii(value)) {
            // All of these encodings have it, and to ask an encoder takes far longer.
            return Optional.empty();
        }
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(value)) {
            return Optional.empty();
        }
        int[] characters = value.codePoints().toArray();
        for (int character : characters) {
            String one = Character.toString(character);
            if (!encoder.canEncode(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static boolean isAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether a file of this encoding can be taken for one of another: the very same, or ASCII for any that
     * extends it without a mark.
     *
     * @param asked the encoding that somebody named
     * @return true where no byte would have to change
     */
    public boolean passesFor(TextEncoding asked) {
        boolean extendsAscii = asked.name.equals("ansi") || asked.equals(UTF_8);
        return name.equals(asked.name) || (equals(ASCII) && extendsAscii);
    }

    @Override
    public String toString() {
        return name;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Turns the bytes of cells into text: UTF-8 where they are that, else the code page; and knows in the end how the file
 * is stored. Not thread-safe.
 */
final class CellText {

    private final Optional<TextEncoding> marked;
    private final Charset ansi;
    private boolean unicode;
    private boolean codePage;

    CellText(Optional<TextEncoding> marked, Charset ansi) {
        this.marked = marked;
        this.ansi = ansi;
    }

    @SuppressWarnings("deprecation") // The only constructor that takes ASCII without asking what it is.
    String of(byte[] bytes, int from, int to) {
        if (from == to) {
            return "";
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return beyondAscii(bytes, from, to);
            }
        }
        return new String(bytes, 0, from, to - from);
    }

    /** Turns the start of a file into text as a whole, to look for the header in; notes nothing. */
    String ofStart(byte[] bytes, int end) {
        return utf8(bytes, 0, end).orElseGet(() -> new String(bytes, 0, end, ansi));
    }

    private String beyondAscii(byte[] bytes, int from, int to) {
        Optional<String> text = utf8(bytes, from, to);
        unicode |= text.isPresent();
        codePage |= text.isEmpty();
        return text.isPresent() ? text.get() : new String(bytes, from, to - from, ansi);
    }

    private static Optional<String> utf8(byte[] bytes, int from, int to) {
        try {
            ByteBuffer encoded = ByteBuffer.wrap(bytes, from, to - from);
            return Optional.of(UTF_8.newDecoder().decode(encoded).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** Returns how the file is stored, by what was read of it. */
    TextEncoding encoding() {
        if (marked.isPresent()) {
            return marked.get();
        }
        if (unicode) {
            return TextEncoding.UTF_8;
        }
        return codePage ? TextEncoding.ansi(ansi) : TextEncoding.ASCII;
    }

    /** Returns whether some bytes beyond ASCII were UTF-8 and some were not. */
    boolean isMixed() {
        return codePage && (unicode || marked.isPresent());
    }
}

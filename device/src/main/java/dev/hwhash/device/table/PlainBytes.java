// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The bytes of a file without its byte order mark, UTF-16 turned into UTF-8: so that a separator is one byte in every
 * file. What is no character becomes U+FFFD. Not thread-safe.
 */
final class PlainBytes {

    private static final int LONGEST_MARK = 3;
    private static final int BUFFER = 1 << 15;

    private final InputStream in;
    private final Optional<TextEncoding> marked;
    private final byte[] start;
    private int startRead;
    private final Optional<CharsetDecoder> utf16;
    private final ByteBuffer raw = ByteBuffer.allocate(BUFFER).flip();
    private ByteBuffer turned = ByteBuffer.allocate(0);
    private boolean ended;

    private PlainBytes(InputStream in, Optional<TextEncoding> marked, byte[] start) {
        this.in = in;
        this.marked = marked;
        this.start = start;
        this.utf16 = marked.filter(encoding -> !encoding.charset().equals(UTF_8))
                .map(encoding -> encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    static PlainBytes of(InputStream in) throws IOException {
        byte[] start = in.readNBytes(LONGEST_MARK);
        Optional<TextEncoding> marked = TextEncoding.ofStart(start);
        int mark = marked.isPresent() && marked.get().byteOrderMark()
                ? "\uFEFF".getBytes(marked.get().charset()).length
                : 0;
        byte[] content = new byte[start.length - mark];
        System.arraycopy(start, mark, content, 0, content.length);
        return new PlainBytes(in, marked, content);
    }

    /** Returns the encoding that the first bytes show: by a mark or by the zeros of UTF-16. */
    Optional<TextEncoding> marked() {
        return marked;
    }

    /** Fills a part of an array; returns how many bytes came, less than asked for only at the end. */
    int read(byte[] into, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int count = utf16.isPresent() ? turned(into, at, to) : plain(into, at, to);
            if (count <= 0) {
                break;
            }
            at += count;
        }
        return at - from;
    }

    private int plain(byte[] into, int from, int to) throws IOException {
        if (startRead < start.length) {
            int count = Math.min(start.length - startRead, to - from);
            System.arraycopy(start, startRead, into, from, count);
            startRead += count;
            return count;
        }
        return in.read(into, from, to - from);
    }

    private int turned(byte[] into, int from, int to) throws IOException {
        while (!turned.hasRemaining()) {
            if (ended) {
                return -1;
            }
            turn(utf16.orElseThrow());
        }
        int count = Math.min(turned.remaining(), to - from);
        turned.get(into, from, count);
        return count;
    }

    private void turn(CharsetDecoder decoder) throws IOException {
        raw.compact();
        int count = plain(raw.array(), raw.position(), raw.capacity());
        ended = count < 0;
        raw.position(raw.position() + Math.max(count, 0)).flip();
        CharBuffer characters = CharBuffer.allocate(raw.remaining() + 2);
        decoder.decode(raw, characters, ended);
        if (ended) {
            decoder.flush(characters);
        }
        turned = UTF_8.encode(characters.flip());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a file of a stick shall hold. */
sealed interface FileContent {

    /** Opens it. */
    InputStream open() throws IOException;

    /** Returns its length. */
    long bytes() throws IOException;

    /** Returns its digest. */
    default Digest digest() throws IOException {
        try (InputStream content = open()) {
            return Digest.of(content);
        }
    }

    /** Returns the whole of it if no other account of this machine shall read it; empty for all else. */
    default Optional<byte[]> secret() {
        return Optional.empty();
    }

    /** The content of another file, without its attributes, rights and other streams. */
    record OfFile(Path file) implements FileContent {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public long bytes() throws IOException {
            return Files.size(file);
        }
    }

    /** A content that is made here. */
    final class Made implements FileContent {

        private final byte[] content;
        private final boolean secret;

        private Made(byte[] content, boolean secret) {
            this.content = content.clone();
            this.secret = secret;
        }

        /** Returns one for everybody. */
        static Made open(byte[] content) {
            return new Made(content, false);
        }

        /** Returns one that no other account of this machine shall read. */
        static Made secret(byte[] content) {
            return new Made(content, true);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public long bytes() {
            return content.length;
        }

        @Override
        public Optional<byte[]> secret() {
            return secret ? Optional.of(content.clone()) : Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

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

        Made(byte[] content) {
            this.content = content.clone();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public long bytes() {
            return content.length;
        }
    }

    /** A content that is made here and that no other account of this machine shall read. */
    final class Secret implements FileContent {

        private final byte[] content;

        Secret(byte[] content) {
            this.content = content.clone();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public long bytes() {
            return content.length;
        }

        /** Returns it, to be written where no other account reads it. */
        byte[] bytesForThisAccount() {
            return content.clone();
        }
    }
}

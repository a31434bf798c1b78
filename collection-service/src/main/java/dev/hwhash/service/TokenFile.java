// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.token.TokenHash;
import dev.hwhash.service.token.TokenSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file by which an agent gets its service and its token, as {@code hwhash.conf} has its lines. */
final class TokenFile {

    private static final String TOKEN = "token = ";

    private TokenFile() {}

    /** Writes a new file for its owner alone. */
    static void write(Path file, String service, TokenSecret token) throws FailedException {
        try {
            PrivateFiles.write(file, "service = " + service + "\n" + TOKEN + token.text() + "\n");
        } catch (IOException e) {
            throw DataFolder.failed("the token's file " + file + " cannot be written", e);
        }
    }

    /** The hash of the token in a file; empty where there is none. */
    static Optional<TokenHash> token(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(TOKEN))
                .map(line -> TokenHash.of(line.substring(TOKEN.length()).strip()))
                .findFirst();
    }
}

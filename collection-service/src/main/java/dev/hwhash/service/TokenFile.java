// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.token.TokenSecret;
import java.io.IOException;
import java.nio.file.Path;

/** The file by which an agent gets its service and its token, as {@code hwhash.conf} has its lines. */
final class TokenFile {

    private TokenFile() {}

    /** Writes a new file for its owner alone. */
    static void write(Path file, String service, TokenSecret token) throws FailedException {
        try {
            PrivateFiles.write(file, "service = " + service + "\ntoken = " + token.text() + "\n");
        } catch (IOException e) {
            throw DataFolder.failed("the token's file " + file + " cannot be written", e);
        }
    }
}

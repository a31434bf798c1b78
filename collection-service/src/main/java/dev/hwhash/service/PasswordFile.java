// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file by which somebody gets a password that the service made up. */
final class PasswordFile {

    private static final String PASSWORD = "password = ";

    private PasswordFile() {}

    /** Writes a new file for its owner alone. */
    static void write(Path file, AccountName name, Password password) throws FailedException {
        try {
            PrivateFiles.write(file, "name = " + name + "\n" + PASSWORD + password.text() + "\n");
        } catch (IOException e) {
            throw DataFolder.failed("the password's file " + file + " cannot be written", e);
        }
    }

    /** The password in a file; empty where there is none. */
    static Optional<Password> password(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(PASSWORD))
                .map(line -> new Password(line.substring(PASSWORD.length()).strip()))
                .findFirst();
    }
}

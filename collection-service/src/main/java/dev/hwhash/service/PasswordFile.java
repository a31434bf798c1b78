// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.account.AccountName;
import dev.hwhash.service.account.Password;
import java.io.IOException;
import java.nio.file.Path;

/** The file by which somebody gets a password that the service made up. */
final class PasswordFile {

    private PasswordFile() {}

    /** Writes a new file for its owner alone. */
    static void write(Path file, AccountName name, Password password) throws FailedException {
        try {
            PrivateFiles.write(file, "name = " + name + "\npassword = " + password.text() + "\n");
        } catch (IOException e) {
            throw DataFolder.failed("the password's file " + file + " cannot be written", e);
        }
    }
}

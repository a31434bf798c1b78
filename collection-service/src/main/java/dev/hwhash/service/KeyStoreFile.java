// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.web.TlsKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Opens the files that {@code --tls-keystore} and {@code --tls-password-file} name. */
final class KeyStoreFile {

    private KeyStoreFile() {}

    /** Opens the store; the password is the first line of its file, and appears in no message. */
    static TlsKeys opened(Path file, Path passwordFile) throws FailedException {
        String password = firstLine(passwordFile);
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return new TlsKeys(store, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "tls-keystore",
                    "the key store " + file + " cannot be opened ("
                            + e.getClass().getSimpleName()
                            + "); it has to be PKCS #12 with the password that --tls-password-file holds");
        }
    }

    private static String firstLine(Path file) throws FailedException {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "tls-password",
                    "the file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "); it has to hold the key store's password on its first line");
        }
    }
}

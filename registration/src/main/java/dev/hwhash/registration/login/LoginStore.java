// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

import dev.hwhash.registration.signin.TokenStore;
import dev.hwhash.registration.signin.TokenStoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Keeps one login for later runs. Used by one thread at a time; of two processes the last one counts. */
public final class LoginStore {

    private static final String AGAIN = "; sign in again: hwhash login";

    private final Path path;
    private final ProtectedFile file;
    private final Protection protection;

    /**
     * Makes a store; touches nothing yet.
     *
     * @param file where it is, in a folder of the user's own that need not be there
     * @param protection seals what lies there
     */
    public LoginStore(Path file, Protection protection) {
        this.path = file;
        this.file = new ProtectedFile(file);
        this.protection = protection;
    }

    /**
     * Returns where it is.
     *
     * @return the file, which need not be there
     */
    public Path path() {
        return path;
    }

    /**
     * Reads the login.
     *
     * @return empty where there is none
     * @throws TokenStoreException if there is something that cannot be read, or must not be trusted
     */
    public Optional<Login> read() throws TokenStoreException {
        Optional<byte[]> sealed;
        try {
            sealed = file.read();
        } catch (IOException e) {
            throw new TokenStoreException("the stored sign-in " + path + " is not read: " + reason(e)
                    + "; delete it by hwhash logout, then" + " sign in again: hwhash login");
        }
        return sealed.isEmpty() ? Optional.empty() : Optional.of(opened(sealed.get()));
    }

    private Login opened(byte[] sealed) throws TokenStoreException {
        byte[] clear;
        try {
            clear = protection.opened(sealed);
        } catch (ProtectionException e) {
            throw new TokenStoreException("the stored sign-in " + path + " does not open: " + e.getMessage() + AGAIN);
        }
        Optional<Login> login = LoginText.read(clear);
        Arrays.fill(clear, (byte) 0);
        return login.orElseThrow(() -> new TokenStoreException("the stored sign-in " + path + " is damaged" + AGAIN));
    }

    /**
     * Keeps a login in the place of the one before.
     *
     * @param login with all its secrets
     * @throws TokenStoreException if it cannot be kept
     */
    public void write(Login login) throws TokenStoreException {
        byte[] clear = LoginText.of(login);
        try {
            file.write(protection.sealed(clear));
        } catch (ProtectionException e) {
            throw new TokenStoreException("the sign-in cannot be sealed: " + e.getMessage());
        } catch (IOException e) {
            throw new TokenStoreException("the sign-in cannot be kept in " + path + ": " + reason(e));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /**
     * Deletes the login.
     *
     * @return whether there was one
     * @throws TokenStoreException if it cannot be deleted
     */
    public boolean delete() throws TokenStoreException {
        try {
            return file.delete();
        } catch (IOException e) {
            throw new TokenStoreException("the stored sign-in " + path + " cannot be deleted: " + reason(e));
        }
    }

    /**
     * Returns where the tokens of a login are.
     *
     * @param login as it was read from here
     * @return keeps its tokens beside the rest of it; nothing for an app
     */
    public TokenStore tokens(Login login) {
        return login.signIn().ofUser() ? new TokensOfLogin(this, login) : TokenStore.NONE;
    }

    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null || reason.isBlank() ? e.getClass().getSimpleName() : reason;
    }
}

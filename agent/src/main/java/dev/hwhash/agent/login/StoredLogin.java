// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.OperatingSystem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.FileTrust;
import dev.hwhash.agent.configuration.Variables;
import dev.hwhash.registration.login.Login;
import dev.hwhash.registration.login.LoginStore;
import dev.hwhash.registration.login.Protection;
import dev.hwhash.registration.signin.TokenStoreException;
import dev.hwhash.uploader.protection.Dpapi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The sign-in that is kept for this user. */
final class StoredLogin {

    private final LoginStore store;
    private final Session session;

    StoredLogin(LoginStore store, Session session) {
        this.store = store;
        this.session = session;
    }

    /**
     * Returns the place of this user's; touches nothing.
     *
     * @throws ProblemException if nothing says where it is
     */
    static StoredLogin ofThisUser(Session session) throws ProblemException {
        boolean windows = OperatingSystem.isWindows();
        Path home = Path.of(System.getProperty("user.home", ""));
        Path file = new LoginPlace(windows, Variables.ofThisProcess(), home).file();
        Protection protection = windows ? new Dpapi() : Protection.BY_RIGHTS_OF_THE_FILE;
        return new StoredLogin(new LoginStore(file, protection), session);
    }

    LoginStore store() {
        return store;
    }

    /**
     * Returns the sign-in.
     *
     * @return empty where there is none, or others could have written it
     * @throws ProblemException if it cannot be read
     */
    Optional<Login> read() throws ProblemException {
        if (!Files.exists(store.path()) || !isTrusted()) {
            return Optional.empty();
        }
        try {
            return store.read();
        } catch (TokenStoreException e) {
            throw new ProblemException(ExitCode.CREDENTIALS_REFUSED, "sign-in-unreadable", e.getMessage());
        }
    }

    private boolean isTrusted() throws ProblemException {
        try {
            Optional<String> distrust = session.elevated() ? FileTrust.distrust(store.path()) : Optional.empty();
            distrust.ifPresent(why -> session.messages()
                    .warning("configuration-ignored", "the stored sign-in " + store.path() + " is not read: " + why));
            return distrust.isEmpty();
        } catch (IOException e) {
            throw new ProblemException(
                    ExitCode.CREDENTIALS_REFUSED,
                    "sign-in-unreadable",
                    "the rights of the stored sign-in " + store.path() + " cannot be read: "
                            + e.getClass().getSimpleName() + "; sign in again: hwhash login");
        }
    }
}

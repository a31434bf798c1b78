// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.registration.login.LoginStore;
import dev.hwhash.registration.signin.TokenStoreException;

/** One run of {@code hwhash logout}: deletes what is kept, without asking anybody. */
public final class SigningOut {

    private final Session session;

    /**
     * Makes a run.
     *
     * @param session what it works with
     */
    public SigningOut(Session session) {
        this.session = session;
    }

    /**
     * Signs out.
     *
     * @throws ProblemException if what is kept cannot be deleted
     */
    public void run() throws ProblemException {
        session.deadline().busyWith(ExitCode.NOT_WRITTEN, "logout-timeout", "the stored sign-in was deleted");
        LoginStore store = StoredLogin.ofThisUser(session).store();
        try {
            if (store.delete()) {
                session.messages()
                        .note(
                                "signed-out",
                                "deleted the sign-in in " + store.path() + "; a token that was given out counts for up"
                                        + " to some 90 minutes more, unless the user's sessions are revoked in Entra ID");
            } else {
                session.messages().note("not-signed-in", "there is no sign-in in " + store.path());
            }
        } catch (TokenStoreException e) {
            throw new ProblemException(ExitCode.NOT_WRITTEN, "sign-in-not-deleted", e.getMessage());
        }
    }
}

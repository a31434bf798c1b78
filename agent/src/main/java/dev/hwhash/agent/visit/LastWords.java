// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.Session;
import dev.hwhash.agent.stick.FileWords;
import dev.hwhash.agent.visit.Visit.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** What a visit says and does when all else is done. */
final class LastWords {

    /** For whoever reads them. */
    private static final Duration READING = Duration.ofMinutes(5);

    private static final char OFF = 's';
    private static final char CLOSE = 'c';

    private final VisitRequest request;
    private final Session session;
    private final Surroundings around;

    LastWords(VisitRequest request, Session session, Surroundings around) {
        this.request = request;
        this.session = session;
        this.around = around;
    }

    /** Shows what came of it; then waits for a key in a window of its own, or turns the PC off. */
    void say(Outcome came) {
        boolean ownWindow = request.ownWindow() && around.person().isThere();
        if (ownWindow) {
            around.person().paint(came.verdict());
        }
        if (request.shutDown() && came.mayShutDown()) {
            around.person().show(VisitScreen.of(came, "This PC shuts down now."));
            turnOff();
        } else if (ownWindow) {
            waitForKey(came);
        } else {
            around.person().show(VisitScreen.of(came, ""));
        }
    }

    private void waitForKey(Outcome came) {
        boolean mayTurnOff = around.windows() && came.verdict() != Verdict.FAILED;
        String keys = mayTurnOff ? "" + CLOSE + OFF : "" + CLOSE;
        String words = around.person().how() + ":  " + (mayTurnOff ? "S = shut this PC down   " : "")
                + "C = close this window";
        session.deadline().extend(READING);
        Optional<Character> key = around.person().ask(VisitScreen.of(came, words), keys, Optional.of(CLOSE), READING);
        if (key.equals(Optional.of(OFF))) {
            turnOff();
        }
    }

    private void turnOff() {
        try {
            around.power().off();
        } catch (IOException e) {
            session.messages().warning("shut-down-failed", "this PC does not shut down by itself: " + FileWords.of(e));
        }
    }
}

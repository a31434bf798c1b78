// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import java.util.ArrayDeque;
import java.util.Queue;

/** As {@link Inline}, but on a call of {@link #run}: MSAL's device code flow looks at the future of its own call. */
final class Afterwards extends Inline {

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    /** Does what waits. */
    void run() {
        for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
            work.run();
        }
    }
}

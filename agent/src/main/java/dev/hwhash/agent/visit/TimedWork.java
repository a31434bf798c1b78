// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Work that may hang in a disk or in Windows, so that the last words can be said all the same. */
final class TimedWork {

    /** Work that looks at the deadline itself ends a moment after it. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private TimedWork() {}

    /**
     * Does the work.
     *
     * @throws ProblemException if the work does
     */
    static Outcome of(Callable<Outcome> work, Session session) throws ProblemException {
        FutureTask<Outcome> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "visit");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(session.deadline().remaining().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            session.setHung();
            return Outcome.ofNothing(List.of(session.deadline().overdue()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.ofNothing(List.of(session.deadline().overdue()));
        } catch (ExecutionException e) {
            throw of(e.getCause());
        }
    }

    private static ProblemException of(@Nullable Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return problem;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException("the visit broke off", cause);
    }
}

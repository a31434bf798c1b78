// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.collector.wmi.WmiException;
import dev.hwhash.collector.wmi.WmiSession;
import dev.hwhash.device.Field;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks WMI what one read needs. {@link #run} belongs to a thread of its own, since a provider may keep it for ever;
 * the waiting thread sees the answers that have come so far.
 */
final class Inquiry implements Runnable {

    private final WmiSession wmi;
    private final Set<Field> needed;
    private final Deadline deadline;
    private final Predicate<String> damaged;
    private final Explanation explanation;
    private final Questioner questioner;

    private final CountDownLatch finished = new CountDownLatch(1);
    /** Guarded by itself. */
    private final Map<Field, Answer> answers = new EnumMap<>(Field.class);

    private volatile Question asked = Question.BIOS;
    private volatile @Nullable Throwable defect;

    Inquiry(
            WmiSession wmi,
            Set<Field> needed,
            Deadline deadline,
            Predicate<String> damaged,
            Circumstances circumstances) {
        this.wmi = wmi;
        this.needed = needed;
        this.deadline = deadline;
        this.damaged = damaged;
        this.explanation = new Explanation(circumstances);
        this.questioner = new Questioner(wmi, needed, deadline);
    }

    @Override
    public void run() {
        try (wmi) {
            for (Question question : Question.ALL) {
                if (!deadline.passed() && !question.among(needed).isEmpty()) {
                    asked = question;
                    ask(question);
                }
            }
            // Told before COM is closed: the answers hold even if that hangs.
            finished.countDown();
        } catch (RuntimeException | Error e) {
            defect = e;
        } finally {
            finished.countDown();
        }
    }

    /** Waits until all is asked, or the time is over, and returns whether all is asked. */
    boolean await(long millis) throws InterruptedException {
        return finished.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Throws what broke in the asking thread apart from WMI, a defect of hwhash, if anything did. */
    void throwDefect() {
        if (defect instanceof RuntimeException exception) {
            throw exception;
        }
        if (defect instanceof Error error) {
            throw error;
        }
    }

    /** Returns the answers so far; for a field without one, that the stage now reached has not ended in time. */
    Map<Field, Answer> answers() {
        Map<Field, Answer> all = new EnumMap<>(Field.class);
        synchronized (answers) {
            all.putAll(answers);
        }
        for (Field field : needed) {
            if (!all.containsKey(field)) {
                all.put(field, Explanation.timedOut(asked, questioner.stage(), deadline.patience()));
            }
        }
        return all;
    }

    private void ask(Question question) {
        Map<Field, Answer> gave = attempt(question);
        keep(gave);
        if (gave.get(Field.HARDWARE_HASH) instanceof Answer.Found hash && damaged.test(hash.value())) {
            Map<Field, Answer> again = attempt(question);
            if (again.get(Field.HARDWARE_HASH) instanceof Answer.Found) {
                keep(again);
            }
        }
    }

    private void keep(Map<Field, Answer> gave) {
        synchronized (answers) {
            answers.putAll(gave);
        }
    }

    /** Asks, and asks once more where that may help; gives no answers when the time is over. */
    private Map<Field, Answer> attempt(Question question) {
        for (int attempts = 1; ; attempts++) {
            try {
                return Rows.answers(question, needed, questioner.rows(question), explanation);
            } catch (WmiException e) {
                if (isTimeOver(e)) {
                    return Map.of();
                }
                Optional<Duration> pause = Retry.pause(e.hresult(), attempts, Duration.ofMillis(deadline.millisLeft()));
                if (pause.isEmpty()) {
                    return all(question, explanation.failed(question, questioner.stage(), e));
                }
                LockSupport.parkNanos(pause.get().toNanos());
            } catch (LinkageError e) {
                return all(question, Explanation.withoutJna(e));
            }
        }
    }

    private Map<Field, Answer> all(Question question, Answer answer) {
        Map<Field, Answer> all = new EnumMap<>(Field.class);
        for (Field field : question.among(needed)) {
            all.put(field, answer);
        }
        return all;
    }

    private static boolean isTimeOver(WmiException failure) {
        OptionalInt hresult = failure.hresult();
        return hresult.isPresent() && hresult.getAsInt() == WmiException.WBEM_S_TIMEDOUT;
    }
}

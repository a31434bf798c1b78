// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

import java.time.Duration;
import java.util.Optional;

/**
 * When to try again: exponential backoff with full jitter, so that a thousand PCs that failed together do not come back
 * together. Pure, immutable and thread-safe.
 *
 * @param base the most that is waited after the first attempt; doubled for each further one
 * @param cap the most that is ever waited of our own accord
 * @param longestRetryAfter the most that a service may ask for
 * @param attempts how many attempts a report gets in one run, the first one included; at least 1
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">full jitter</a>
 */
public record RetryPolicy(Duration base, Duration cap, Duration longestRetryAfter, int attempts) {

    /** 2 s doubling to 5 min, Retry-After up to an hour, 8 attempts. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofHours(1), 8);

    /** Doubling more often than this passes any cap. */
    private static final int MOST_DOUBLINGS = 30;

    /** Refuses times that are not positive and less than one attempt. */
    public RetryPolicy {
        requirePositive(base);
        requirePositive(cap);
        requirePositive(longestRetryAfter);
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts: " + attempts);
        }
    }

    private static void requirePositive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("not a time to wait: " + time);
        }
    }

    /**
     * Returns a policy that gives up sooner or later than this one.
     *
     * @param most attempts for a report, at least 1
     * @return the same policy with this count
     */
    public RetryPolicy withAttempts(int most) {
        return new RetryPolicy(base, cap, longestRetryAfter, most);
    }

    /**
     * Decides what follows an attempt.
     *
     * @param made how many attempts were made, this one included; at least 1
     * @param setback what stood in its way
     * @param retryAfter how long the answer asked to wait; empty where it did not say. A longer time than
     *     {@link #longestRetryAfter} counts as that; a negative one as not said
     * @param random evenly distributed in [0, 1)
     * @return a delay, or why there is none
     */
    public NextStep after(int made, Setback setback, Optional<Duration> retryAfter, double random) {
        return switch (setback) {
            case FINAL -> new NextStep.Stop(NextStep.Reason.DECIDED);
            case LASTING -> new NextStep.Stop(NextStep.Reason.NEEDS_MENDING);
            case PASSING ->
                made >= attempts
                        ? new NextStep.Stop(NextStep.Reason.ATTEMPTS_USED_UP)
                        : new NextStep.Delay(delay(made, retryAfter, random));
        };
    }

    /** What the service asks for is a minimum, and the same for all: they are spread after it. */
    private Duration delay(int made, Optional<Duration> retryAfter, double random) {
        if (retryAfter.isEmpty() || retryAfter.get().isNegative()) {
            return share(smaller(cap, doubled(made - 1)), random);
        }
        return smaller(longestRetryAfter, retryAfter.get()).plus(share(smaller(cap, base), random));
    }

    private Duration doubled(int times) {
        long factor = 1L << Math.min(Math.max(times, 0), MOST_DOUBLINGS);
        return base.compareTo(cap.dividedBy(factor)) > 0 ? cap : base.multipliedBy(factor);
    }

    private static Duration share(Duration whole, double random) {
        double part = Math.min(Math.max(random, 0), 1);
        return Duration.ofMillis((long) (whole.toMillis() * part));
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

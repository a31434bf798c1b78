// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the database's server, so that all replicas have the same, whatever their machines' clocks say: this
 * machine's clock and what it was off at the last measurement, to half of a round trip. With SQLite this machine's clock.
 * In UTC; thread-safe.
 */
public final class DatabaseClock extends Clock {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);

    /** The quickest of them counts: what took long may have taken it on either way. */
    private static final int LOOKS = 5;

    private final Jdbi jdbi;
    private final String now;
    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    private record Look(Duration offset, long nanos) {}

    private DatabaseClock(Jdbi jdbi, String now, Clock machine) {
        this.jdbi = jdbi;
        this.now = now;
        this.machine = machine;
    }

    /**
     * Measures once; {@link #measure} is to be called again and again.
     *
     * @param database whose time it is
     * @return the clock
     * @throws StoreException if the server does not tell its time
     */
    public static DatabaseClock of(Database database) {
        return of(database, Clock.systemUTC());
    }

    static DatabaseClock of(Database database, Clock machine) {
        DatabaseClock clock =
                new DatabaseClock(database.jdbi(), database.engine().now(), machine);
        try {
            clock.set(clock.look(), "this machine's clock is off; the service goes by the database server's");
        } catch (JdbiException e) {
            throw StoreException.of("the database does not tell its time", e);
        }
        return clock;
    }

    /** Measures again. Where the server cannot be asked, the last measurement lasts. */
    public void measure() {
        try {
            set(look(), "this machine's clock or the database server's was moved");
        } catch (JdbiException e) {
            LOG.debug("the database does not tell its time", e);
        }
    }

    private void set(Duration measured, String words) {
        Duration jump = measured.minus(offset);
        offset = measured;
        if (jump.abs().compareTo(WORTH_A_WORD) > 0) {
            LOG.atWarn()
                    .addKeyValue("event", "clock-off")
                    .addKeyValue("jumpMillis", jump.toMillis())
                    .addKeyValue("offsetMillis", measured.toMillis())
                    .log(words);
        }
    }

    private Duration look() {
        if (now.isEmpty()) {
            return Duration.ZERO;
        }
        return jdbi.withHandle(handle -> {
            Look best = new Look(Duration.ZERO, Long.MAX_VALUE);
            for (int i = 0; i < LOOKS; i++) {
                Instant before = machine.instant();
                long start = System.nanoTime();
                long micros = handle.createQuery(now).mapTo(Long.class).one();
                long nanos = System.nanoTime() - start;
                if (nanos < best.nanos()) {
                    Instant server = Instant.EPOCH.plus(Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros)));
                    best = new Look(Duration.between(before.plusNanos(nanos / 2), server), nanos);
                }
            }
            return best.offset();
        });
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times are in UTC");
    }
}

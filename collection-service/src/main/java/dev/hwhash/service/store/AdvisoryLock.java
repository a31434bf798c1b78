// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

/**
 * By what the replicas of a service agree, each a lock of PostgreSQL. A number is never given another meaning: replicas of
 * two versions run side by side during an upgrade.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
enum AdvisoryLock {
    /** Shared by those who store reports; alone for those who change anything else. */
    WRITERS(1),
    /** Of the one replica that does what is to be done at times. */
    SCHEDULES(2),
    /** Of the one that makes the first token and the first account. */
    FIRST_START(3);

    /** Apart from the locks of others in the same database: "hwh". */
    private static final int SPACE = 0x687768;

    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    /** The two arguments of PostgreSQL's functions. */
    String key() {
        return SPACE + ", " + number;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.background;

/**
 * Says whether this replica of the service is the one that does what is to be done at times. It stays the one until it
 * ends or loses the database; then it is another's turn. Thread-safe; to be closed after those who ask.
 */
@FunctionalInterface
public interface Turn extends AutoCloseable {

    /** Of a service that has no other beside it. */
    Turn ALWAYS = () -> true;

    /**
     * Asks; quick enough to be asked before each round of work.
     *
     * @return false where another replica has the turn, or nobody can tell
     */
    boolean isMine();

    /** Leaves the turn to another. */
    @Override
    default void close() {
        // There is nobody to leave it to.
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords by Argon2id with 9 MiB, 4 passes and one lane: of the choices that OWASP holds equally good, one of
 * which two at once fit a heap of 64 MB. No more than two run at once, and no more than {@link #WAITING} wait, so that a
 * flood of sign-ins takes neither the memory nor the threads of the reports. Thread-safe.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">Password Storage</a>
 */
public final class PasswordHasher {

    /** How many may wait for their turn. */
    public static final int WAITING = 8;

    private static final int AT_ONCE = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 9_216;
    private static final int PASSES = 4;

    private final PasswordEncoder encoder;
    private final Duration patience;
    private final Semaphore running;
    private final Semaphore places;

    /** Makes one that lets nobody wait for more than five seconds. */
    public PasswordHasher() {
        this(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES),
                AT_ONCE,
                Duration.ofSeconds(5));
    }

    PasswordHasher(PasswordEncoder encoder, int atOnce, Duration patience) {
        this.encoder = encoder;
        this.patience = patience;
        this.running = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + WAITING);
    }

    /** Looks at passwords. */
    private interface Work<T> {
        T run();
    }

    /**
     * Hashes a password with a salt of its own.
     *
     * @param password to be hashed
     * @return what is kept of it
     * @throws BusyException if too many wait already
     */
    public PasswordHash hash(Password password) throws BusyException {
        return inTurn(() -> new PasswordHash(String.valueOf(encoder.encode(password.text()))));
    }

    /**
     * Compares a password with what is kept.
     *
     * @param password as somebody types it
     * @param hash what is kept
     * @return whether it is the one
     * @throws BusyException if too many wait already
     */
    public boolean matches(Password password, PasswordHash hash) throws BusyException {
        return inTurn(() -> encoder.matches(password.text(), hash.encoded()));
    }

    /**
     * Returns whether a password should be hashed anew when its owner next types it.
     *
     * @param hash what is kept
     * @return true where it was made with less memory or fewer passes than today
     */
    public boolean isOutdated(PasswordHash hash) {
        return encoder.upgradeEncoding(hash.encoded());
    }

    /** Returns whether one more would be let in to wait. */
    boolean isRoom() {
        return places.availablePermits() > 0;
    }

    private <T> T inTurn(Work<T> work) throws BusyException {
        if (!places.tryAcquire()) {
            throw new BusyException();
        }
        try {
            return whenFree(work);
        } finally {
            places.release();
        }
    }

    private <T> T whenFree(Work<T> work) throws BusyException {
        try {
            if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            return work.run();
        } finally {
            running.release();
        }
    }
}

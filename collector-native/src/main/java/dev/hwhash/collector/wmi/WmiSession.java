// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.wmi;

import java.util.Optional;

/**
 * WMI of this PC, stage by stage: open, connect, query, next, get. Each stage ends what the one before it left open
 * further down, so there is at most one connection, one query and one row at a time. Used by one thread; any call may
 * hang for ever in a provider, except that {@link #next} is bounded where WMI keeps its word.
 */
public interface WmiSession extends AutoCloseable {

    /**
     * Starts COM on this thread, afresh where it was started before.
     *
     * @throws WmiException if COM or WMI's locator cannot be started; {@link #close} must be called nevertheless
     */
    void open() throws WmiException;

    /**
     * Connects to a namespace, in place of the connected one.
     *
     * @param namespace such as {@code root\cimv2}
     * @throws WmiException if WMI refuses
     */
    void connect(String namespace) throws WmiException;

    /**
     * Starts a query in the connected namespace. A wrong class or property may be reported only by {@link #next}.
     *
     * @param wql the query
     * @throws WmiException if WMI refuses
     */
    void query(String wql) throws WmiException;

    /**
     * Moves to the next row of the query.
     *
     * @param millis how long to wait at most, in milliseconds, positive
     * @return whether there is such a row
     * @throws WmiException if WMI fails, or with {@link WmiException#WBEM_S_TIMEDOUT} when the time is over
     */
    boolean next(int millis) throws WmiException;

    /**
     * Reads a property of the row, of type string.
     *
     * @param property its name
     * @return the value, which may be blank; empty where the row holds null
     * @throws WmiException if the property cannot be read or holds another type
     */
    Optional<String> get(String property) throws WmiException;

    /** Releases what is open, and stops COM where {@link #open} started it; the session can be opened again. */
    @Override
    void close();
}

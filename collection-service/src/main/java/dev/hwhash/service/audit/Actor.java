// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.audit;

/**
 * Who does something, as the audit log names him.
 *
 * @param name an account's name, {@code token N}, {@code command} or {@code service}; empty text for a name
 *     that no account has
 * @param address from where; empty text for the service itself and its command line
 */
public record Actor(String name, String address) {

    /** The service, by its own timetable. */
    public static final Actor SERVICE = new Actor("service", "");

    /** Somebody who may start programs where the service's folder is. */
    public static final Actor COMMAND = new Actor("command", "");
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.audit;

/**
 * Who does something, as the audit log names him.
 *
 * @param name an account's name, {@code token N}, or {@code service}
 * @param address from where; empty text for the service itself
 */
public record Actor(String name, String address) {

    /** The service, by its own timetable. */
    public static final Actor SERVICE = new Actor("service", "");
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

/** What became of a change. */
public enum AccountChange {
    /** It is done, or was so before. */
    DONE,
    /** There is no such account. */
    UNKNOWN,
    /** Nobody would be left to look after the accounts. */
    LAST_ADMIN
}

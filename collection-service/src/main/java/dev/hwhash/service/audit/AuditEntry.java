// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.audit;

import java.time.Instant;

/**
 * What somebody did.
 *
 * @param id its number; each is larger than the one before
 * @param at when
 * @param actor the account's name, {@code token N} for a token, or {@code service}
 * @param address from where; empty text for the service itself
 * @param action what
 * @param detail in words: numbers of devices and tokens, names of accounts, content hashes; never a secret, a serial
 *     number or a hardware hash
 */
public record AuditEntry(long id, Instant at, String actor, String address, AuditAction action, String detail) {}

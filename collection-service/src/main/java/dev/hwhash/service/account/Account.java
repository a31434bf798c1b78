// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who may use the page.
 *
 * @param id its number
 * @param name by which he signs in
 * @param role what he may do
 * @param mustChange whether somebody else knows his password, so that he has to give himself another one first
 * @param disabled whether he is kept out
 * @param createdAt when the account was made
 * @param signedInAt when he last signed in; empty: never
 */
public record Account(
        long id,
        AccountName name,
        Role role,
        boolean mustChange,
        boolean disabled,
        Instant createdAt,
        Optional<Instant> signedInAt) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens: made at random, kept as their SHA-256, compared in constant time, bounded by time, use and revocation. Whoever
 * fails too often from one address is slowed. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.token;

import org.jspecify.annotations.NullMarked;

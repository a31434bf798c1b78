// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import java.time.Instant;

/**
 * Why nothing gets through at the moment.
 *
 * @param words what was seen and what to do
 * @param since when it was seen first
 */
public record Trouble(String words, Instant since) {}

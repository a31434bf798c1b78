// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.Optional;

/**
 * By which way a report came.
 *
 * @param token the number of the token that brought it in
 * @param tokenName the token's name; empty text where nobody gave it one
 * @param client the address that it came from; empty for what was stored before addresses were kept
 */
public record Origin(long token, String tokenName, Optional<String> client) {}

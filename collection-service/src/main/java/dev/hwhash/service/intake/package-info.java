// SPDX-License-Identifier: Apache-2.0
/**
 * A report, from the bytes of its body to the answer that its sender gets: read, judged by the rules of {@code check},
 * and grouped with others to be stored. Deciding is done by pure functions; the queue with its one writer is the only
 * thread. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.intake;

import org.jspecify.annotations.NullMarked;

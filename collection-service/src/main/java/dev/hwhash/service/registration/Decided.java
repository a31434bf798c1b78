// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.service.approval.Verdict;

/**
 * A decision, as far as registration asks.
 *
 * @param id its number; a later one is larger
 * @param device the device's number
 * @param verdict what was decided
 * @param what the report that it names, with tag and user
 */
public record Decided(long id, long device, Verdict verdict, Approved what) {}

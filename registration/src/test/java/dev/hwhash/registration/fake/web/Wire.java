// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.time.Duration;

/**
 * How requests and answers travel.
 *
 * @param latency waited before each answer, in real time
 * @param faults what goes wrong
 * @param gzip whether answers are compressed for who takes that
 * @param chunked whether answers come without a length
 */
public record Wire(Duration latency, Faults faults, boolean gzip, boolean chunked) {}

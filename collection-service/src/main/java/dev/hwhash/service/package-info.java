// SPDX-License-Identifier: Apache-2.0
/**
 * The collection service as a process: its command line, its data folder, its start and its orderly stop. What a report
 * is stands in {@code intake}, what a token is in {@code token}; {@code store} alone knows SQL and {@code web} alone
 * knows HTTP. It knows the device and nothing of the agent.
 */
@NullMarked
package dev.hwhash.service;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

/**
 * How long and how much.
 *
 * @param seconds of each measurement, and of the warm-up before it
 * @param devices that report or are listed
 * @param clients connections of the load generator, and of pgbench
 */
record BenchOptions(int seconds, int devices, int clients) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code hwhash merge} does: one file out of many, one row per device. Which rows are one device, and which of them
 * counts, is the business of the device index; here files are read, up to three times, and one is written.
 */
@NullMarked
package dev.hwhash.agent.merge;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code check} does: reads files, has their rows looked at, and tells the findings. Which findings there are is
 * the business of {@code dev.hwhash.device.check}; how the command was asked for, that of the command line.
 */
@NullMarked
package dev.hwhash.agent.check;

import org.jspecify.annotations.NullMarked;

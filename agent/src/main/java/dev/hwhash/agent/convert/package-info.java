// SPDX-License-Identifier: Apache-2.0
/**
 * What {@code hwhash convert} and {@code hwhash split} do: rows of one file as the text of another one, or of several.
 * How a row becomes another is a pure function; the rest is files.
 */
@NullMarked
package dev.hwhash.agent.convert;

import org.jspecify.annotations.NullMarked;

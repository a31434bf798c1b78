// SPDX-License-Identifier: Apache-2.0
/**
 * Files that hold devices, whatever kind they are, as rows. Here a file is opened and recognised; how a kind is read is
 * the business of the table, of JSON or of the collector. Nothing here judges what a row says.
 */
@NullMarked
package dev.hwhash.agent.input;

import org.jspecify.annotations.NullMarked;

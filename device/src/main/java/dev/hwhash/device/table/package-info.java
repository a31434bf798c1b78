/**
 * The text of a device file taken apart: its encoding, its layout, where each row stands, and how another row would be
 * written there. A row is added or replaced in the file's own dialect; every other character stays. Works on bytes and
 * strings in memory; reading and writing them is the business of {@code file}.
 */
@NullMarked
package dev.hwhash.device.table;

import org.jspecify.annotations.NullMarked;

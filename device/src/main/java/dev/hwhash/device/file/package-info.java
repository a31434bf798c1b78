/**
 * Files that must never become worse: every change is made under a lock, into a new file that is forced to disk and
 * then takes the old one's name. Knows bytes only; what a row is stands in {@code table}.
 */
@NullMarked
package dev.hwhash.device.file;

import org.jspecify.annotations.NullMarked;

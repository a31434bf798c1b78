/**
 * What the records of a hardware hash hold, each type in a class of its own. All are immutable and thread-safe, and no
 * bytes make a reader fail: what has another layout is listed as unread.
 */
@NullMarked
package dev.hwhash.device.hash.content;

import org.jspecify.annotations.NullMarked;

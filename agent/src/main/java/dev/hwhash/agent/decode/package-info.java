/**
 * What {@code hwhash decode} does: the content of hashes for people and for programs. The outline of names and values
 * that {@code device} makes of each hash is printed as text or as JSON, so that both say the same. Where a hash stands,
 * how long it is and how its SHA-256 starts is added here.
 */
@NullMarked
package dev.hwhash.agent.decode;

import org.jspecify.annotations.NullMarked;

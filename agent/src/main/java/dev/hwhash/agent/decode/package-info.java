/**
 * What {@code hwhash decode} does: the content of hashes for people and for programs. One outline of names and values
 * is made of each hash, and printed as text or as JSON, so that both say the same.
 */
@NullMarked
package dev.hwhash.agent.decode;

import org.jspecify.annotations.NullMarked;

/**
 * Which proxy an address is reached by: the one that was named, or the one of the user or the machine. What Windows
 * says is read by JNA, here alone, and understood by pure functions. What is sent is unknown here.
 */
@NullMarked
package dev.hwhash.uploader.proxy;

import org.jspecify.annotations.NullMarked;

/**
 * The content of a hardware hash as names and values in an order, for whoever shows it. It decides what a value is
 * called, in which unit a person reads it, and what counts about a hash as a whole. It knows neither JSON nor a console:
 * {@code hwhash decode} and the collection service print the same outline each in their own way.
 */
@NullMarked
package dev.hwhash.device.outline;

import org.jspecify.annotations.NullMarked;

/**
 * What {@code hwhash collect} does: devices from a {@link dev.hwhash.agent.collect.Source}, checked, into a
 * {@link dev.hwhash.agent.collect.Target}. The checks are pure functions on records; how WMI works is the collector's
 * business, how a row fits a file the table's. JSON is touched only where a file or a format is JSON.
 */
@NullMarked
package dev.hwhash.agent.collect;

import org.jspecify.annotations.NullMarked;

/**
 * The {@code hwhash} command: one class a subcommand, the options that all of them share, messages, log and exit codes.
 * {@link dev.hwhash.agent.Main} is the only place that prints an error and exits; everything else reports a
 * {@link dev.hwhash.agent.Problem}. What {@code collect} does stands in {@code collect}.
 */
@NullMarked
package dev.hwhash.agent;

import org.jspecify.annotations.NullMarked;

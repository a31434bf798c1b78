// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

/**
 * Something that kept hwhash from doing what was asked.
 *
 * @param exit how it ends the run
 * @param id stable name for scripts, such as {@code hash-damaged}
 * @param words what failed, the value seen, what to do; never a hash or a secret
 */
public record Problem(ExitCode exit, String id, String words) {}

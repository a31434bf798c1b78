// SPDX-License-Identifier: Apache-2.0
/**
 * {@code hwhash.conf} and the environment: which keys there are, what they say, and whether they may be trusted. A value
 * keeps the place where it stands, since a secret is used only together with what stands beside it. What a setting is
 * for is the business of the commands.
 */
@NullMarked
package dev.hwhash.agent.configuration;

import org.jspecify.annotations.NullMarked;

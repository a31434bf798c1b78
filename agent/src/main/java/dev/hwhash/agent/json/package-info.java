// SPDX-License-Identifier: Apache-2.0
/**
 * Devices as JSON, one object a line. The only package that touches the library of JSON, so that a run that needs none
 * does not load it. Pure functions from records to text and back.
 */
@NullMarked
package dev.hwhash.agent.json;

import org.jspecify.annotations.NullMarked;

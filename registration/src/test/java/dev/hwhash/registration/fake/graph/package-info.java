// SPDX-License-Identifier: Apache-2.0
/** Autopilot devices in Microsoft Graph. */
@NullMarked
package dev.hwhash.registration.fake.graph;

import org.jspecify.annotations.NullMarked;

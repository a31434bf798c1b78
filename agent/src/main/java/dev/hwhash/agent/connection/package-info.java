// SPDX-License-Identifier: Apache-2.0
/** How a run connects: by which proxy, and with whom it trusts. */
@NullMarked
package dev.hwhash.agent.connection;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Long work beside the requests, in pieces between which others get their turn. */
@NullMarked
package dev.hwhash.service.background;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Many devices decided at once: a selection holds of each what somebody saw, so that what comes in meanwhile is not
 * decided unseen. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.selection;

import org.jspecify.annotations.NullMarked;

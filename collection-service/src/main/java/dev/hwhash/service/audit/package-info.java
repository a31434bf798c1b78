// SPDX-License-Identifier: Apache-2.0
/**
 * Who did what, when: written together with what was done, read on the page, and changed by nobody. Names devices by
 * their numbers alone, so that a deleted device is gone from here too. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.audit;

import org.jspecify.annotations.NullMarked;

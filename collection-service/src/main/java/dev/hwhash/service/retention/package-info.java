// SPDX-License-Identifier: Apache-2.0
/**
 * For how long devices are kept: a number of days, and a sweep once a day that deletes what was not heard of for longer.
 * It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.retention;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * What a collection looks like while it runs: how many devices stand where, and how many come. It is counted beside the
 * requests, only while somebody looks, and only when something has changed. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.live;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Finds devices by how a name of theirs begins, page by page, and shows one with all that is known of it. A page costs
 * as much for a million devices as for a hundred, and a cursor is a position, not a memory of the service. It knows
 * neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.search;

import org.jspecify.annotations.NullMarked;

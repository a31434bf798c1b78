// SPDX-License-Identifier: Apache-2.0
/**
 * The database: its tables, its migrations, and the one transaction in which a group of reports is stored. Reads go
 * through Jdbi over a small pool, reports through one connection of their own with statements prepared once. It knows
 * nothing of HTTP.
 */
@NullMarked
package dev.hwhash.service.store;

import org.jspecify.annotations.NullMarked;

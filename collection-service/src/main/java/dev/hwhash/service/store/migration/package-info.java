// SPDX-License-Identifier: Apache-2.0
/**
 * Moves the data of a folder into PostgreSQL: table by table in the order of their keys, in pieces that are each committed
 * at once. How far it came is what is there; a mark in the database keeps the service from it until all is compared.
 */
@NullMarked
package dev.hwhash.service.store.migration;

import org.jspecify.annotations.NullMarked;

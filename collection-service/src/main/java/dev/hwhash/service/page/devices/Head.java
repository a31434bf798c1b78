// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

/**
 * The head of a column by which the list can be ordered.
 *
 * @param key of its text
 * @param path of the list in that order, or the other way round where it stands in it
 * @param sort as {@code aria-sort} has it: ascending, descending or none
 */
public record Head(String key, String path, String sort) {}

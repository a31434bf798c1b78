// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

/**
 * A choice of a select, or a link that leads to another view of the list.
 *
 * @param value what is sent, or a path
 * @param words what stands there
 * @param chosen whether it is the one that the page shows
 */
public record Choice(String value, String words, boolean chosen) {}

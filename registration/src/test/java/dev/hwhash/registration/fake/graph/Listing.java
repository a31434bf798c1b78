// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.endpoint.Endpoint;

/**
 * How Graph lists.
 *
 * @param pageSize most items of a page, whatever {@code $top} says
 * @param elsewhere where {@code @odata.nextLink} leads when it is to lead astray
 * @param astray whether it does
 * @param filterIgnored whether a filter is taken and not applied, so that a client has to look itself
 */
public record Listing(int pageSize, Endpoint elsewhere, boolean astray, boolean filterIgnored) {}

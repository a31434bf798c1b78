// SPDX-License-Identifier: Apache-2.0
/**
 * The list of devices: filters, search, order and pages, all of it in the address, so that the back button and a bookmark
 * find it again. It also finds a device by the short code that its PC shows.
 */
@NullMarked
package dev.hwhash.service.page.devices;

import org.jspecify.annotations.NullMarked;

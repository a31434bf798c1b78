// SPDX-License-Identifier: Apache-2.0
/**
 * The live numbers above the list: sent to each open page as they change, and the chart of devices per day.
 */
@NullMarked
package dev.hwhash.service.page.live;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** One device with all that is known of it: what to decide, what its hash holds, and how its reports differ. */
@NullMarked
package dev.hwhash.service.page.device;

import org.jspecify.annotations.NullMarked;

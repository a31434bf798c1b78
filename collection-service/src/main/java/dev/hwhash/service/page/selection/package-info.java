// SPDX-License-Identifier: Apache-2.0
/**
 * Many devices at once: what was selected, what is ordered for it, how far that is and what became of each, and its files
 * for the importers.
 */
@NullMarked
package dev.hwhash.service.page.selection;

import org.jspecify.annotations.NullMarked;

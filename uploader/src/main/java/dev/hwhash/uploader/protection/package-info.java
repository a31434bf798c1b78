// SPDX-License-Identifier: Apache-2.0
/** Seals secrets by Windows's own service for it, the only other place that calls Windows here. */
@NullMarked
package dev.hwhash.uploader.protection;

import org.jspecify.annotations.NullMarked;

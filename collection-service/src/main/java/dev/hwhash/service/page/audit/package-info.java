// SPDX-License-Identifier: Apache-2.0
/** The page on which administrators read what was done. */
@NullMarked
package dev.hwhash.service.page.audit;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The check that an import makes hours later, made now: files, rows and devices against the rules of the service that
 * shall take them. Pure functions from layouts and rows to findings; reading files and printing is the caller's
 * business.
 */
@NullMarked
package dev.hwhash.device.check;

import org.jspecify.annotations.NullMarked;

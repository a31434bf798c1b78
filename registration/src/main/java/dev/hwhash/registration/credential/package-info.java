// SPDX-License-Identifier: Apache-2.0
/**
 * Who asks: access tokens, and why there are none. A token goes to the origin that it was made for and nowhere else.
 */
@NullMarked
package dev.hwhash.registration.credential;

import org.jspecify.annotations.NullMarked;

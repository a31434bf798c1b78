// SPDX-License-Identifier: Apache-2.0
/**
 * A sign-in that outlasts a run: what it holds, as one text, sealed and in a file of the user's own. Only {@link
 * dev.hwhash.registration.login.LoginStore} puts the three together.
 */
@NullMarked
package dev.hwhash.registration.login;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Who asks: sign-in at Microsoft Entra ID by MSAL, and the access tokens that come of it. A token goes to the origin
 * that it was made for and nowhere else.
 */
@NullMarked
package dev.hwhash.registration.credential;

import org.jspecify.annotations.NullMarked;

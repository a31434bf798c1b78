// SPDX-License-Identifier: Apache-2.0
/**
 * Sign-in at Microsoft Entra ID by MSAL: {@link dev.hwhash.registration.signin.MsalTokens} makes the access tokens of an
 * app or a user, {@link dev.hwhash.registration.signin.DeviceCodeSignIn} signs a user in. MSAL reaches nothing but the
 * login endpoint, and what that answers is told in words.
 */
@NullMarked
package dev.hwhash.registration.signin;

import org.jspecify.annotations.NullMarked;

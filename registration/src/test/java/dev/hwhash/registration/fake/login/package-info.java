// SPDX-License-Identifier: Apache-2.0
/** The token endpoint of Microsoft Entra ID. */
@NullMarked
package dev.hwhash.registration.fake.login;

import org.jspecify.annotations.NullMarked;

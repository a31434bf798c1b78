// SPDX-License-Identifier: Apache-2.0
/** The pages by which people sign in and out, and give themselves another password. */
@NullMarked
package dev.hwhash.service.page.signin;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Tokens on the page: made and shown once, listed with how often each was used, revoked. */
@NullMarked
package dev.hwhash.service.page.token;

import org.jspecify.annotations.NullMarked;

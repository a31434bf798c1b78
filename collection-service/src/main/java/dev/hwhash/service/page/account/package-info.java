// SPDX-License-Identifier: Apache-2.0
/** The page on which administrators look after the accounts of others. */
@NullMarked
package dev.hwhash.service.page.account;

import org.jspecify.annotations.NullMarked;

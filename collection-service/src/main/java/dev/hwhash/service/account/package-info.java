// SPDX-License-Identifier: Apache-2.0
/**
 * People who use the page: accounts, passwords, sessions, and what each role may do. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.account;

import org.jspecify.annotations.NullMarked;

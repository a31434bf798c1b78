// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.signin;

import java.util.Optional;

/**
 * The page on which somebody gives himself another password.
 *
 * @param shortest how many characters it needs
 * @param longest how many it may have
 * @param error what was wrong; empty at first
 */
public record PasswordPage(int shortest, int longest, Optional<String> error) {}

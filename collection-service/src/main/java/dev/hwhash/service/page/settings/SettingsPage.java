// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.settings;

import dev.hwhash.service.registration.RegistrationStatus;
import java.util.Optional;

/**
 * The settings, for {@code settings/show.jte}.
 *
 * @param days for how many days devices are kept; 0: for ever
 * @param mostDays the most that can be set
 * @param wouldGo how many devices the next sweep deletes
 * @param registration how registering goes; empty where this service registers nothing
 */
public record SettingsPage(int days, int mostDays, long wouldGo, Optional<RegistrationStatus> registration) {}

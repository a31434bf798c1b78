// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.settings;

/**
 * The settings, for {@code settings/show.jte}.
 *
 * @param days for how many days devices are kept; 0: for ever
 * @param mostDays the most that can be set
 * @param wouldGo how many devices the next sweep deletes
 */
public record SettingsPage(int days, int mostDays, long wouldGo) {}

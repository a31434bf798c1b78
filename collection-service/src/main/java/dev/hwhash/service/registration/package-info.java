// SPDX-License-Identifier: Apache-2.0
/**
 * Approved devices on their way to Intune or Partner Center, and the daily look at what is still registered there. Who
 * registers is behind {@link dev.hwhash.registration.Registrar}; it knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.registration;

import org.jspecify.annotations.NullMarked;

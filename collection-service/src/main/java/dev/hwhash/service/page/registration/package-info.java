// SPDX-License-Identifier: Apache-2.0
/** What became of approved devices at Intune or Partner Center: a part of a device's page, and one of the settings. */
@NullMarked
package dev.hwhash.service.page.registration;

import org.jspecify.annotations.NullMarked;

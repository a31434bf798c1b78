// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.util.Optional;

/**
 * A display: the records of types 9 and 27 with the same number.
 *
 * @param screen size and resolution
 * @param size in cm
 */
public record Display(Optional<Screen> screen, Optional<ScreenSize> size) {}

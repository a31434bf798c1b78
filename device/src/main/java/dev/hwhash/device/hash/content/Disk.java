// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.util.Optional;

/**
 * A disk: the records of types 6 and 7 with the same number.
 *
 * @param drive size and kind; empty where there is a name alone
 * @param name what it calls itself; empty where there is a size alone
 */
public record Disk(Optional<DiskDrive> drive, Optional<DiskName> name) {}

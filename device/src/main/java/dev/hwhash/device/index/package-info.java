/**
 * Devices by the million: which rows are about one device, without keeping the rows. Identifiers are remembered as
 * fingerprints in primitive arrays.
 */
@NullMarked
package dev.hwhash.device.index;

import org.jspecify.annotations.NullMarked;

/**
 * A device as every part of hwhash knows it: its {@linkplain dev.hwhash.device.DeviceRecord record}, its identity and
 * the formats in which it is written. The hardware hash is read in {@code hash}, rows in {@code table}, files that must
 * survive a power cut in {@code file}. Pure: no native call, no network, no console.
 */
@NullMarked
package dev.hwhash.device;

import org.jspecify.annotations.NullMarked;

/**
 * The Windows Autopilot hardware hash ("OA3 4K HH"): its text, envelope, checksum and the records by which a device is
 * known. Every function is pure, and no text, however broken, makes one fail: a broken one is a
 * {@link dev.hwhash.device.hash.DamagedHash}.
 */
@NullMarked
package dev.hwhash.device.hash;

import org.jspecify.annotations.NullMarked;

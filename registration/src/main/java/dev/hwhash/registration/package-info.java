// SPDX-License-Identifier: Apache-2.0
/**
 * A device in, its fate out: {@link dev.hwhash.registration.Registrar} registers devices with Intune ({@code graph}) or
 * Partner Center ({@code partner}) and follows each to its end. A {@link dev.hwhash.registration.Ledger} remembers what
 * may have arrived, so that a crash at any point loses nothing and sends nothing twice. Disks, the console and JNA are
 * unknown here.
 */
@NullMarked
package dev.hwhash.registration;

import org.jspecify.annotations.NullMarked;

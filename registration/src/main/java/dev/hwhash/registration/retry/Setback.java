// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.retry;

/** How an attempt that brought no receipt bears on the next one. */
public enum Setback {
    /** It may go well a moment later: no connection, a busy service, a page of something between. */
    PASSING,
    /** Somebody has to mend something first, a clock, a certificate or an address: not again in this run. */
    LASTING,
    /** The service has decided. */
    FINAL
}

/**
 * Devices on their way to Intune or Partner Center: {@link dev.hwhash.uploader.registration.Registering} takes what waits
 * for one target in the outbox, which is also the ledger of what may have arrived.
 */
@NullMarked
package dev.hwhash.uploader.registration;

import org.jspecify.annotations.NullMarked;

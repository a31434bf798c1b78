// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.approval;

import dev.hwhash.service.audit.Actor;

/** Deletes devices for good. For use by many threads at once. */
public interface Erasure {

    /**
     * Removes a device with all that is stored of it: identifiers, reports, hashes, decisions, its place in selections,
     * and its number where other devices are flagged by it. The number is never given again. A PC that sends a report
     * later, even one that it had sent before, comes back as a new device.
     *
     * @param device its number
     * @param actor who asks
     * @return false where there is no such device
     */
    boolean erase(long device, Actor actor);
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import java.util.Optional;

/** Which group tag, or which assigned user, the devices of a selection shall get. */
public sealed interface Wanted {

    /** Each its own: what its reports suggest, or what somebody confirmed before. */
    record Suggested() implements Wanted {}

    /**
     * One for all.
     *
     * @param value empty: none
     */
    record Set(Optional<String> value) implements Wanted {}

    /**
     * Returns what one device gets.
     *
     * @param suggested for this device
     * @return empty: none
     */
    default Optional<String> of(Optional<String> suggested) {
        return this instanceof Set set ? set.value() : suggested;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.util.List;
import java.util.Optional;

/**
 * A number that stands for something.
 *
 * @param value the number as it is stored
 * @param name what it stands for; empty for a number that is not known
 */
public record Code(long value, Optional<String> name) {

    /** Finds a number's name by its place in a list; a blank name is none. */
    static Code of(long value, List<String> names) {
        if (value < 0 || value >= names.size()) {
            return new Code(value, Optional.empty());
        }
        String name = names.get((int) value);
        return new Code(value, name.isEmpty() ? Optional.empty() : Optional.of(name));
    }

    /** Returns the number with its name, such as 17 (NVMe). */
    @Override
    public String toString() {
        return name.isPresent() ? value + " (" + name.get() + ")" : Long.toString(value);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import dev.hwhash.device.Field;
import java.util.Optional;

/**
 * A place where a file does not do what a rule asks.
 *
 * @param rule what it asks
 * @param severity how much that matters to the importer
 * @param line where, from 1; what is about the whole file stands on line 1
 * @param field of which cell it is; empty for the file and for the row as a whole
 * @param value what was seen, to the letter; of a hash its length and the start of its SHA-256; may be empty
 * @param message what was seen, in ASCII words; never a hash or a piece of one
 * @param becomes present where a corrected copy does not have it any more: what stands there, shown as the value is;
 *     empty text for what is about more than one cell, and where nothing is left
 */
public record Finding(
        Rule rule,
        Severity severity,
        int line,
        Optional<Field> field,
        String value,
        String message,
        Optional<String> becomes) {

    /** Refuses a line that no file has. */
    public Finding {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1: " + line);
        }
    }

    /** Returns the same of a copy that does not have it any more. */
    Finding corrected(String into) {
        return new Finding(rule, severity, line, field, value, message, Optional.of(into));
    }

    /**
     * Returns whether it is still to be dealt with.
     *
     * @return false where a corrected copy does not have it any more
     */
    public boolean isOpen() {
        return becomes.isEmpty();
    }

    /**
     * Returns all that a person needs to know behind the rule's id.
     *
     * @return ASCII: the severity, what was seen, what to do; or what was seen and what it is in the corrected copy
     */
    public String words() {
        if (isOpen()) {
            return severity + ": " + message + "; " + rule.remedy();
        }
        return "fixed: " + message + (field.isPresent() ? "; now " + Shown.quoted(becomes.get()) : "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.Field;

/** A value does not fit a file. The message says which, why, and what to do. */
public final class CannotHoldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Field field;

    /**
     * Makes a refusal.
     *
     * @param field whose value it is
     * @param why what stands in the way; fits behind the field's name
     */
    public CannotHoldException(Field field, String why) {
        super("the " + field.words() + " " + why);
        this.field = field;
    }

    /**
     * Returns whose value does not fit.
     *
     * @return the field
     */
    public Field field() {
        return field;
    }

    /** Returns the message; there always is one. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

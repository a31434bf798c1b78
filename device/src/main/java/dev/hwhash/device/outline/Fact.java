// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.outline;

import java.util.List;

/**
 * A value of an outline. Immutable as far as its outlines are no longer filled.
 *
 * @param value what a program gets: a {@link String}, a {@link Boolean}, a {@link java.math.BigInteger}, an
 *     {@link Outline}, or a list of one of these
 * @param shown what a person gets, with its unit; empty where the parts speak for themselves
 */
public record Fact(Object value, String shown) {

    static Fact outline(Outline parts) {
        return new Fact(parts, "");
    }

    static Fact outlines(List<Outline> things) {
        return new Fact(List.copyOf(things), "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

import java.util.List;

/**
 * A value of an outline.
 *
 * @param json what a program gets: as {@code JsonTree} takes it, or an outline or a list of outlines
 * @param shown what a person gets; empty where the parts speak for themselves
 */
record Fact(Object json, String shown) {

    static Fact outline(Outline parts) {
        return new Fact(parts, "");
    }

    static Fact outlines(List<Outline> things) {
        return new Fact(List.copyOf(things), "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Somebody who presses the keys that a test says, and then goes away. */
final class FakePerson implements Person {

    private final Deque<Character> keys = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final List<Verdict> painted = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean there = true;

    static FakePerson pressing(Character... keys) {
        FakePerson person = new FakePerson();
        person.keys.addAll(List.of(keys));
        return person;
    }

    static FakePerson nobody() {
        FakePerson person = new FakePerson();
        person.there = false;
        return person;
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void show(List<String> lines) {
        shown.addAll(lines);
    }

    @Override
    public void paint(Verdict verdict) {
        painted.add(verdict);
    }

    @Override
    public String how() {
        return "Press its key";
    }

    @Override
    public Optional<Character> ask(List<String> screen, String offered, Optional<Character> usual, Duration patience) {
        show(screen);
        asked.add(offered);
        return Optional.ofNullable(keys.poll());
    }

    String shown() {
        return String.join("\n", shown);
    }

    List<Verdict> painted() {
        return painted;
    }

    /** Returns the keys that were offered, question by question. */
    List<String> asked() {
        return asked;
    }
}

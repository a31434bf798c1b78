// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was seen against the reference. Thread-safe. */
public final class Violations {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    /**
     * Notes one.
     *
     * @param call where
     * @param what what was wrong
     */
    public void add(Call call, String what) {
        seen.add(call + ": " + what);
    }

    /**
     * Returns all so far.
     *
     * @return in order
     */
    public List<String> all() {
        return List.copyOf(seen);
    }
}

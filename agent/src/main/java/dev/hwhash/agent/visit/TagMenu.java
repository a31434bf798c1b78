// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The question for the group tag, and what each key means; pure.
 *
 * @param tags what can be picked, the tag of the configuration among it
 * @param configured the tag that is taken where nobody is asked
 */
record TagMenu(List<String> tags, Optional<String> configured) {

    /** One for each tag; 0 is no tag. */
    private static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

    private static final char NONE = '0';

    TagMenu {
        tags = List.copyOf(tags);
        if (tags.size() > KEYS.length()) {
            throw new IllegalArgumentException(tags.size() + " tags, and " + KEYS.length() + " keys");
        }
    }

    /** Puts the configured tag first where the list does not have it, at the cost of the last one. */
    static TagMenu of(List<String> listed, Optional<String> configured) {
        List<String> tags = new ArrayList<>(listed);
        if (configured.isPresent() && !tags.contains(configured.get())) {
            tags.add(0, configured.get());
        }
        return new TagMenu(tags.subList(0, Math.min(tags.size(), KEYS.length())), configured);
    }

    /** Returns the keys that mean something. */
    String keys() {
        return KEYS.substring(0, tags.size()) + NONE;
    }

    /** Returns the key that is meant by an answer without one. */
    Optional<Character> usual() {
        return configured.map(tag -> KEYS.charAt(tags.indexOf(tag)));
    }

    /**
     * Returns what a key means.
     *
     * @param key one of {@link #keys}
     * @return empty for no tag
     */
    Optional<String> tag(char key) {
        return key == NONE ? Optional.empty() : Optional.of(tags.get(KEYS.indexOf(key)));
    }

    /**
     * Returns the question.
     *
     * @param how what to do to answer, such as "Press its key"
     * @param patience how long the answer is waited for
     */
    List<String> screen(String how, Duration patience) {
        Frame frame =
                new Frame().blank().words("Which group tag does this PC get?").blank();
        for (int i = 0; i < tags.size(); i++) {
            String tag = tags.get(i);
            frame.item(KEYS.charAt(i), tag + (configured.equals(Optional.of(tag)) ? "   <- set for this stick" : ""));
        }
        return frame.item(NONE, "no group tag")
                .blank()
                .words(how + ". Without an answer in " + patience.toMinutes() + " minutes nothing is collected.")
                .blank()
                .lines();
    }
}

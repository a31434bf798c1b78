// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import dev.hwhash.device.outline.Fact;
import dev.hwhash.device.outline.Outline;
import dev.hwhash.service.page.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a decoded hash.
 *
 * @param title what it is about
 * @param facts names as {@code hwhash decode} has them, with their values
 */
public record HashGroup(String title, List<NamedValue> facts) {

    /** What a title's key in the catalogue begins with, behind which the outline's name stands. */
    private static final String TITLE = "hash.";

    /** Copies the list. */
    public HashGroup {
        facts = List.copyOf(facts);
    }

    /**
     * Something that is known.
     *
     * @param name what it is
     * @param value may hold anything that a device told
     */
    public record NamedValue(String name, String value) {}

    /**
     * Lists the parts of a hash; a part within a part follows it.
     *
     * @param hash as it was read
     * @param texts titles of the parts; what has none is a fact
     * @return without empty parts
     */
    static List<HashGroup> of(Outline hash, Texts texts) {
        List<HashGroup> groups = new ArrayList<>();
        add(groups, texts.of("hash"), hash, texts);
        return groups;
    }

    private static void add(List<HashGroup> groups, String title, Outline outline, Texts texts) {
        List<NamedValue> facts = new ArrayList<>();
        List<HashGroup> within = new ArrayList<>();
        outline.facts().forEach((name, fact) -> {
            if (texts.has(TITLE + name)) {
                addParts(within, texts.of(TITLE + name), fact, texts);
            } else if (!fact.shown().isBlank()) {
                facts.add(new NamedValue(name, fact.shown()));
            }
        });
        if (!facts.isEmpty()) {
            groups.add(new HashGroup(title, facts));
        }
        groups.addAll(within);
    }

    private static void addParts(List<HashGroup> groups, String title, Fact fact, Texts texts) {
        if (fact.value() instanceof Outline parts) {
            add(groups, title, parts, texts);
        } else if (fact.value() instanceof List<?> things) {
            for (int i = 0; i < things.size(); i++) {
                if (things.get(i) instanceof Outline parts) {
                    add(groups, things.size() == 1 ? title : title + " " + (i + 1), parts, texts);
                }
            }
        }
    }
}

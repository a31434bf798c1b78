// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

/** The words and severities of a {@link Rule}, which hands them out. Immutable and thread-safe. */
public final class RuleText {

    private final Severities severities;
    private final String title;
    private final String why;
    private final String remedy;

    /** Takes ASCII: a sentence on what is wrong, a reason with its source, and what to do, to follow a semicolon. */
    RuleText(Severities severities, String title, String why, String remedy) {
        this.severities = severities;
        this.title = title;
        this.why = why;
        this.remedy = remedy;
    }

    Severities severities() {
        return severities;
    }

    String title() {
        return title;
    }

    String why() {
        return why;
    }

    String remedy() {
        return remedy;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

/**
 * A file that breaks a rule, and the nearest one that does not.
 *
 * @param rule the rule
 * @param importer who shall take the files
 * @param broken what breaks it
 * @param sound what does not
 */
// Written once, by the test that makes it.
@SuppressWarnings("ArrayRecordComponent")
record RuleCase(Rule rule, Importer importer, byte[] broken, byte[] sound) {

    static RuleCase of(Rule rule, Importer importer, String broken, String sound) {
        return new RuleCase(rule, importer, broken.getBytes(CheckedFile.ANSI), sound.getBytes(CheckedFile.ANSI));
    }

    static RuleCase intune(Rule rule, String broken, String sound) {
        return of(rule, Importer.INTUNE, broken, sound);
    }

    @Override
    public String toString() {
        return rule.id() + " for " + importer;
    }
}

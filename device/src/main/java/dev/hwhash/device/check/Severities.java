// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much a rule matters to each importer.
 *
 * @param of one for each importer that has the rule
 */
record Severities(Map<Importer, Severity> of) {

    Severities {
        Map<Importer, Severity> copy = new EnumMap<>(Importer.class);
        copy.putAll(of);
        of = Collections.unmodifiableMap(copy);
    }

    /** One severity for all importers. */
    static Severities everywhere(Severity severity) {
        Map<Importer, Severity> all = new EnumMap<>(Importer.class);
        for (Importer importer : Importer.values()) {
            all.put(importer, severity);
        }
        return new Severities(all);
    }

    /** One severity for the importers whose files have hashes. */
    static Severities withHashes(Severity severity) {
        return everywhere(severity).notFor(Importer.CORPORATE_IDENTIFIERS);
    }

    /** For one importer alone. */
    static Severities only(Importer importer, Severity severity) {
        return new Severities(Map.of(importer, severity));
    }

    Severities but(Importer importer, Severity severity) {
        Map<Importer, Severity> changed = new EnumMap<>(of);
        changed.put(importer, severity);
        return new Severities(changed);
    }

    Severities notFor(Importer importer) {
        Map<Importer, Severity> changed = new EnumMap<>(of);
        changed.remove(importer);
        return new Severities(changed);
    }

    /** Returns the severity, empty where the importer does not have the rule. */
    Optional<Severity> in(Importer importer) {
        return Optional.ofNullable(of.get(importer));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The corporate identifiers that Intune knows in one tenant. Thread-safe. */
public final class CorporateIdentifiers {

    private final Map<String, CorporateIdentifier> known = new LinkedHashMap<>();

    /**
     * Returns all of them.
     *
     * @return in the order in which they came
     */
    public synchronized List<CorporateIdentifier> all() {
        return List.copyOf(known.values());
    }

    /** Takes one in its normal form; tells whether it was not there before. */
    synchronized boolean add(String normal) {
        return known.putIfAbsent(
                        normal, new CorporateIdentifier(UUID.randomUUID().toString(), normal))
                == null;
    }
}

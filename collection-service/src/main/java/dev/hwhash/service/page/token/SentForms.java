// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells a form that is sent from one that is sent again, by a reload or a second click. Remembers the thousand that were
 * sent last. Thread-safe.
 */
final class SentForms {

    private static final int MOST = 1000;

    private final Set<String> sent = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    /** Returns what the next form that is shown carries. */
    String next() {
        return UUID.randomUUID().toString();
    }

    /** Returns whether no form with this mark was sent before. */
    synchronized boolean isFirst(String mark) {
        return sent.add(mark);
    }
}

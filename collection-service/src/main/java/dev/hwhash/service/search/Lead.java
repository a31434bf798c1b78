// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a filter whose devices an index finds; of two that find as many, the one that stands first is taken. */
public enum Lead {
    /** The search; it has no order of its own. */
    SEARCH,
    /** Something to look at. */
    FINDINGS,
    /** The group tag. */
    TAG,
    /** The token. */
    TOKEN,
    /** The state. */
    STATE,
    /** The day, or any time. */
    TIME;

    /** Returns the leads by which a filter finds devices in the order of time, or none. */
    static List<Lead> of(DeviceFilter filter) {
        List<Lead> leads = new ArrayList<>();
        add(leads, FINDINGS, filter.findings().filter(findings -> !(findings instanceof FindingsFilter.None)));
        add(leads, TAG, filter.tag());
        add(leads, TOKEN, filter.token());
        add(leads, STATE, filter.state());
        add(leads, TIME, filter.day());
        return leads;
    }

    private static void add(List<Lead> leads, Lead lead, Optional<?> part) {
        if (part.isPresent()) {
            leads.add(lead);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.List;
import java.util.Optional;

/**
 * How a page of a list is found, so that no page costs more than so many steps, whatever is stored: a pure function of
 * the query and of a few counts, none of which counts far.
 */
public sealed interface ListPlan {

    /**
     * How far somebody waits.
     *
     * @param entries how many entries of an index are looked through for one page at most; each holds all that a filter
     *     asks
     * @param devices how many devices are looked through for one page at most, where each has to be fetched from its own
     *     place
     * @param counted up to how many a choice among leads counts
     */
    record Limits(int entries, int devices, int counted) {

        /** A few tens of milliseconds on a small machine. */
        public static final Limits USUAL = new Limits(50_000, 5_000, 50_001);
    }

    /**
     * Looks through an index that stands in the order of the list, and stops early.
     *
     * @param lead whose index; empty: that of the name by which the list is ordered; the search: of that index only what
     *     begins so
     * @param most how many entries at most
     */
    record Walk(Optional<Lead> lead, int most) implements ListPlan {}

    /**
     * Collects the few devices that there are, and sorts them.
     *
     * @param lead by whose index
     */
    record Collect(Lead lead) implements ListPlan {}

    /** Counts devices. */
    interface Counts {

        /**
         * Counts what a lead finds, whatever the rest of the filter says but the day.
         *
         * @param lead a part that the filter has
         * @param most where to stop
         * @return at most that
         */
        int found(Lead lead, int most);

        /**
         * Counts what fits the filter, its search aside, among what a lead finds.
         *
         * @param lead not {@link Lead#SEARCH}
         * @param most where to stop
         * @return at most that
         */
        int fitting(Lead lead, int most);

        /**
         * Returns whether the search finds anything but by one name.
         *
         * @param key of a list by name
         * @return true where another name, or a report's code, fits too
         */
        boolean isFoundElsewhere(DeviceOrder.Key key);
    }

    /**
     * Decides.
     *
     * @param filter which devices
     * @param order in which order
     * @param counts of this filter
     * @param limits how far to go
     * @return the plan
     */
    static ListPlan of(DeviceFilter filter, DeviceOrder order, Counts counts, Limits limits) {
        boolean searched = !filter.search().isEmpty();
        if (searched && counts.found(Lead.SEARCH, limits.devices() + 1) <= limits.devices()) {
            return new Collect(Lead.SEARCH);
        }
        List<Lead> leads = Lead.of(filter);
        if (order.key() == DeviceOrder.Key.TIME) {
            return new Walk(
                    Optional.of(fewest(leads, counts, limits).orElse(Lead.TIME)),
                    searched ? limits.devices() : limits.entries());
        }
        return fewest(leads, counts, limits)
                .filter(lead -> counts.found(lead, limits.entries() + 1) <= limits.entries()
                        && counts.fitting(lead, limits.devices() + 1) <= limits.devices())
                .<ListPlan>map(Collect::new)
                .orElseGet(() -> new Walk(
                        searched && !counts.isFoundElsewhere(order.key()) ? Optional.of(Lead.SEARCH) : Optional.empty(),
                        limits.devices()));
    }

    private static Optional<Lead> fewest(List<Lead> leads, Counts counts, Limits limits) {
        Optional<Lead> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Lead lead : leads) {
            // Alone, it needs no comparison.
            int found = leads.size() == 1 ? 0 : counts.found(lead, limits.counted());
            if (found < least) {
                least = found;
                best = Optional.of(lead);
            }
        }
        return best;
    }
}

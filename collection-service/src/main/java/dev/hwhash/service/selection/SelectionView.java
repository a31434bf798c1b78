// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.selection;

import dev.hwhash.service.approval.DeviceState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A selection as the one who made it sees it now.
 *
 * @param id its number
 * @param states how many of its devices stand where; those that are deleted stand nowhere
 * @param withFindings how many have something that somebody should look at
 * @param inConflict how many have to be compared with another device
 * @param tags the group tags that most of them would get, the most frequent first
 * @param order what was ordered; empty: nothing yet
 * @param outcomes what became of how many since then
 * @param size how many devices were selected
 */
public record SelectionView(
        long id,
        long size,
        Map<DeviceState, Long> states,
        long withFindings,
        long inConflict,
        List<TagCount> tags,
        Optional<BulkOrder> order,
        Map<MemberOutcome, Long> outcomes) {

    /**
     * A tag and how many devices would get it.
     *
     * @param tag empty: none
     * @param devices how many
     */
    public record TagCount(Optional<String> tag, long devices) {}

    /** Copies lists and maps. */
    public SelectionView {
        states = copied(DeviceState.class, states);
        tags = List.copyOf(tags);
        outcomes = copied(MemberOutcome.class, outcomes);
    }

    private static <E extends Enum<E>> Map<E, Long> copied(Class<E> type, Map<E, Long> counts) {
        Map<E, Long> copy = new EnumMap<>(type);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Returns of how many devices is known what became of them.
     *
     * @return at most {@link #size}
     */
    public long done() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns whether something was ordered and is not done yet.
     *
     * @return true while the service works on it
     */
    public boolean isRunning() {
        return order.isPresent() && done() < size;
    }
}

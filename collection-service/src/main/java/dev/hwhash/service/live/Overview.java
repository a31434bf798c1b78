// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.live;

import dev.hwhash.service.approval.DeviceState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many devices stand where, and how many came of late. Immutable and thread-safe.
 *
 * @param states how many devices stand where; each state is there
 * @param lastMinute how many devices reported in the minute before it was counted
 * @param lastHour how many did in the hour before
 * @param lastReceivedAt when the last report came; empty before the first
 * @param days how many devices came for the first time on each of the last {@link #DAYS} days in UTC, the oldest first
 */
public record Overview(
        Map<DeviceState, Long> states,
        long lastMinute,
        long lastHour,
        Optional<Instant> lastReceivedAt,
        List<Day> days) {

    /** How many days are told apart. */
    public static final int DAYS = 30;

    /**
     * A day.
     *
     * @param date in UTC
     * @param devices how many came for the first time
     */
    public record Day(LocalDate date, long devices) {}

    /** Copies both, and fills in the states that no device is in. */
    public Overview {
        Map<DeviceState, Long> all = new EnumMap<>(DeviceState.class);
        for (DeviceState state : DeviceState.values()) {
            all.put(state, states.getOrDefault(state, 0L));
        }
        states = Map.copyOf(all);
        days = List.copyOf(days);
    }

    /**
     * Returns how many devices there are.
     *
     * @return in all states
     */
    public long all() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns how many devices are in a state.
     *
     * @param state any
     * @return 0 or more
     */
    public long of(DeviceState state) {
        return states.getOrDefault(state, 0L);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.ShortCode;
import dev.hwhash.service.approval.DeviceState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which devices somebody wants to see; every part narrows.
 *
 * @param search how a name of theirs begins, or the short code of a report; empty text: whatever they are called
 * @param state where they stand
 * @param tag which group tag they have
 * @param findings what somebody should look at
 * @param token the number of the token by which their last report came
 * @param day of their last report, in UTC
 */
public record DeviceFilter(
        String search,
        Optional<DeviceState> state,
        Optional<TagFilter> tag,
        Optional<FindingsFilter> findings,
        Optional<Long> token,
        Optional<LocalDate> day) {

    /** All devices. */
    public static final DeviceFilter ALL = ofSearch("");

    /** The longest search, in characters. */
    public static final int LONGEST_SEARCH = DeviceQuery.LONGEST_START;

    /** Takes the blanks away; refuses a search that is too long. */
    public DeviceFilter {
        search = search.strip();
        if (search.length() > LONGEST_SEARCH) {
            throw new IllegalArgumentException(
                    "a search has at most " + LONGEST_SEARCH + " characters, not " + search.length());
        }
    }

    /**
     * Returns a filter that searches and narrows by nothing else.
     *
     * @param search as above
     * @return a filter
     */
    public static DeviceFilter ofSearch(String search) {
        return new DeviceFilter(
                search, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the short code that is searched.
     *
     * @return empty where the search is none
     */
    public Optional<ShortCode> code() {
        return ShortCode.read(search);
    }

    /**
     * Returns the same filter with another state.
     *
     * @param other empty for all states
     * @return a filter
     */
    public DeviceFilter withState(Optional<DeviceState> other) {
        return new DeviceFilter(search, other, tag, findings, token, day);
    }
}

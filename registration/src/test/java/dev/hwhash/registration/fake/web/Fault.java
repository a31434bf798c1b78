// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

import java.util.List;

/** What goes wrong with one request. */
public enum Fault {
    /** Nothing. */
    NONE,
    /** 429 with Retry-After in seconds; nothing done. */
    THROTTLED_SECONDS,
    /** 429 with Retry-After as an HTTP date; nothing done. */
    THROTTLED_DATE,
    /** 429 without Retry-After, as Intune answers at times; nothing done. */
    THROTTLED_BARE,
    /** 503 in the site's own words; nothing done. */
    UNAVAILABLE,
    /** 502 with a page of HTML by a gateway; nothing done. */
    BAD_GATEWAY_PAGE,
    /** The connection ends before anything was done. */
    RESET_BEFORE,
    /** All was done, the connection ends without an answer. */
    RESET_AFTER,
    /** All was done, the connection ends in the middle of the answer. */
    CUT_ANSWER,
    /** All was done, the answer comes byte by byte for a second. */
    SLOW_ANSWER,
    /** All was done, and 500 is answered. */
    FAILED_AFTER,
    /** 504 by a gateway after all was done. */
    TIMED_OUT_AFTER,
    /** 401 to a token that is good; nothing done. */
    UNAUTHORIZED,
    /** Every token that was given out so far ends before this request. */
    TOKENS_EXPIRE,
    /** 403; nothing done. */
    FORBIDDEN;

    /** What passes when the same is asked again. */
    public static final List<Fault> PASSING = List.of(
            THROTTLED_SECONDS,
            THROTTLED_DATE,
            UNAVAILABLE,
            BAD_GATEWAY_PAGE,
            RESET_BEFORE,
            RESET_AFTER,
            CUT_ANSWER,
            FAILED_AFTER,
            TIMED_OUT_AFTER,
            UNAUTHORIZED,
            TOKENS_EXPIRE);
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

/** Why a report is not taken. */
public enum RefusalKind {
    /** The body is not the JSON of a report. */
    MALFORMED,
    /** The hardware hash is damaged. */
    HASH_DAMAGED,
    /** A value breaks a rule without which the row is of no use. */
    RULES_BROKEN,
    /** A report with this id is there, with other content or by another token. */
    CONTENT_DIFFERS,
    /** The token was revoked or expired before the report could be stored. */
    TOKEN_REFUSED,
    /** The token has brought in as many reports as it may. */
    TOKEN_USED_UP,
    /** More reports wait than the service holds. */
    BUSY,
    /** The disk is full or failed. */
    STORAGE_FULL,
    /** The service is about to end. */
    STOPPING,
    /** A defect of the service. */
    DEFECT
}

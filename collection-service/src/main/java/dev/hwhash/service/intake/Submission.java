// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

/**
 * A report, and by which way it came.
 *
 * @param report to be stored
 * @param token id of an enrolment token; it is looked at again when the report is stored
 * @param client the address that it came from
 */
public record Submission(Report report, long token, String client) {}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.service.approval.Assignment;

/**
 * What exactly an approval has let out of the service.
 *
 * @param report row number of the report
 * @param assignment group tag and user
 */
public record Approved(long report, Assignment assignment) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * What people decide about devices: a decision names one report by its content, and exactly that is what leaves the
 * service. What came in after somebody looked is not decided unseen. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.approval;

import org.jspecify.annotations.NullMarked;

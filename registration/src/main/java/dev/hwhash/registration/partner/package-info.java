// SPDX-License-Identifier: Apache-2.0
/**
 * Registers devices of a partner's customer with Partner Center, in batches named by their group tags, and follows each
 * to its end. What is read out of an answer is pure; {@link dev.hwhash.registration.partner.PartnerCenterRegistrar} is
 * the way in.
 */
@NullMarked
package dev.hwhash.registration.partner;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * Approve, reject or delete one device: the form on its page, and what the form sends. A decision that comes too late is
 * answered by what happened meanwhile.
 */
@NullMarked
package dev.hwhash.service.page.approval;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Device batches in Partner Center. */
@NullMarked
package dev.hwhash.registration.fake.partner;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What an administrator sets for the whole service. */
@NullMarked
package dev.hwhash.service.page.settings;

import org.jspecify.annotations.NullMarked;

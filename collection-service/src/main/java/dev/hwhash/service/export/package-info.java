// SPDX-License-Identifier: Apache-2.0
/**
 * All devices as one file of an importer, row after row in constant memory. A row that the format cannot hold is never
 * lost in silence: it is counted, and can be asked for by name. It knows neither HTTP nor SQL.
 */
@NullMarked
package dev.hwhash.service.export;

import org.jspecify.annotations.NullMarked;

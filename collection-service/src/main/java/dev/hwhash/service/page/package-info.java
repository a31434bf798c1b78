// SPDX-License-Identifier: Apache-2.0
/**
 * The page that people use: layout, texts, assets, and the gate before each page. What a page shows is a record that a
 * template turns into HTML; the pages themselves stand in the packages below, one for each thing that people do. It
 * knows no SQL.
 */
@NullMarked
package dev.hwhash.service.page;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP: paths, limits of a request, and problems in the words of RFC 9457. Each path has a small class that registers
 * itself; all that is decided about a report or a token is decided elsewhere. The only package that loads Javalin.
 */
@NullMarked
package dev.hwhash.service.web;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * One request in, one answer out, over OkHttp; and {@link dev.hwhash.registration.http.Calls}, which sign requests and
 * repeat those that may be repeated. What is asked for is unknown here.
 */
@NullMarked
package dev.hwhash.registration.http;

import org.jspecify.annotations.NullMarked;

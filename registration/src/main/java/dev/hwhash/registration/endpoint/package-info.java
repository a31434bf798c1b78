// SPDX-License-Identifier: Apache-2.0
/**
 * Where Microsoft's clouds are reached: values, checked when they are made. A secret is bound to the {@link
 * dev.hwhash.registration.endpoint.Origin} of its endpoint.
 */
@NullMarked
package dev.hwhash.registration.endpoint;

import org.jspecify.annotations.NullMarked;

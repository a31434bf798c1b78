// SPDX-License-Identifier: Apache-2.0
/** HTTP on loopback for the fakes: routes, faults, limits and the schemas that all of it is held against. */
@NullMarked
package dev.hwhash.registration.fake.web;

import org.jspecify.annotations.NullMarked;

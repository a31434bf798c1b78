// SPDX-License-Identifier: Apache-2.0
/**
 * The command against the service, each as the process that people start, over real sockets of this machine. Between the
 * two stand proxies that cut, and kills at the worst moment. What counts is what the service's export holds afterwards
 * and what the outbox still does.
 */
@NullMarked
package dev.hwhash.endtoend;

import org.jspecify.annotations.NullMarked;

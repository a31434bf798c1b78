/**
 * When to try again: pure functions of the attempt, what stood in the way, the service's Retry-After and a random
 * number. They wait for nothing and know no clock but the one they are given. HTTP and disks are unknown here.
 */
@NullMarked
package dev.hwhash.registration.retry;

import org.jspecify.annotations.NullMarked;

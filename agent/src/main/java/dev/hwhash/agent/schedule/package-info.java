// SPDX-License-Identifier: Apache-2.0
/**
 * The task of Windows that sends later what waits in the outbox, and removes itself when nothing does. What the task says
 * is made by pure functions; {@code schtasks.exe} alone registers and removes it. What is sent is unknown here.
 */
@NullMarked
package dev.hwhash.agent.schedule;

import org.jspecify.annotations.NullMarked;

/**
 * Who asks Intune or Partner Center: {@link dev.hwhash.agent.login.SignInSource} finds by which right a run registers
 * devices, and where.
 */
@NullMarked
package dev.hwhash.agent.login;

import org.jspecify.annotations.NullMarked;

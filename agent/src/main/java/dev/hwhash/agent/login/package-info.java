/**
 * Who asks Intune or Partner Center: {@link dev.hwhash.agent.login.SignInSource} finds by which right a run registers
 * devices, and where. {@code login} and {@code logout} keep such a right, sealed for this user, and delete it.
 */
@NullMarked
package dev.hwhash.agent.login;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.registration.graph.ProfileStatus;
import java.util.Optional;

/** What the wait for a deployment profile has come to, in words. */
final class ProfileEnds {

    private ProfileEnds() {}

    /** Tells of one that is assigned; returns why another is not. */
    static Optional<Problem> problem(String device, ProfileStatus status, Messages messages) {
        if (status instanceof ProfileStatus.Assigned assigned) {
            messages.note(
                    "profile-assigned",
                    "device " + device + " has the deployment profile "
                            + assigned.profile().map(name -> "\"" + name + "\"").orElse("that is meant for it"));
            return Optional.empty();
        }
        if (status instanceof ProfileStatus.Failed failed) {
            return Optional.of(new Problem(
                    ExitCode.REFUSED_BY_TARGET,
                    "profile-failed",
                    "device " + device + " is registered and gets no deployment profile: " + failed.detail() + ": "
                            + failed.words()));
        }
        ProfileStatus.NotYet notYet = (ProfileStatus.NotYet) status;
        ExitCode exit = switch (notYet.why()) {
            case CREDENTIALS -> ExitCode.CREDENTIALS_REFUSED;
            case UNREACHABLE, NEEDS_MENDING -> ExitCode.NOT_REACHABLE;
            case DEADLINE, TAKEN -> ExitCode.WAIT_DEADLINE;
        };
        return Optional.of(new Problem(
                exit,
                "profile-waited-for",
                "device " + device + " is registered and has no deployment profile so far: " + notYet.words()));
    }
}

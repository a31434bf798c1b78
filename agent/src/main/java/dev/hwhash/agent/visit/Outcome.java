// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.ShortCode;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a visit.
 *
 * @param devices what was read and is sound; one, unless captures were read
 * @param files the files that hold them; none if no file took them
 * @param onStick whether those files are on the stick
 * @param sending how far they came on their way to the service
 * @param code by what the service's page finds the device; empty where nothing was to be sent
 * @param problems what went wrong
 */
record Outcome(
        List<DeviceRecord> devices,
        List<Path> files,
        boolean onStick,
        Sending sending,
        Optional<ShortCode> code,
        List<Problem> problems) {

    /** What does not keep a device from being saved. */
    private static final Set<ExitCode> OF_SENDING = EnumSet.of(
            ExitCode.NOT_REACHABLE, ExitCode.CREDENTIALS_REFUSED, ExitCode.REFUSED_BY_TARGET, ExitCode.WAIT_DEADLINE);

    /** How far a device came on its way to the service. */
    enum Sending {
        /** No service is named. */
        NOT_ASKED,
        /** The service has it. */
        DELIVERED,
        /** It waits in the outbox. */
        WAITING,
        /** The service will not take it. */
        REFUSED,
        /** It is not even in the outbox. */
        IMPOSSIBLE
    }

    Outcome {
        devices = List.copyOf(devices);
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /** Returns what came of a visit that ended before a device was read. */
    static Outcome ofNothing(List<Problem> problems) {
        return new Outcome(List.of(), List.of(), false, Sending.NOT_ASKED, Optional.empty(), problems);
    }

    Verdict verdict() {
        if (!isKept()) {
            return Verdict.FAILED;
        }
        boolean all = onStick && !files.isEmpty() && problems.isEmpty();
        return all && (sending == Sending.NOT_ASKED || sending == Sending.DELIVERED) ? Verdict.DONE : Verdict.SAVED;
    }

    /** Tells whether what was read is on some disk or with the service. */
    private boolean isKept() {
        return !files.isEmpty() || sending == Sending.DELIVERED || sending == Sending.WAITING;
    }

    /** Tells whether there is nothing to read about before the PC goes dark. */
    boolean mayShutDown() {
        for (Problem problem : problems) {
            if (problem.exit() != ExitCode.NOT_REACHABLE && problem.exit() != ExitCode.WAIT_DEADLINE) {
                return false;
            }
        }
        return onStick && !files.isEmpty() && sending != Sending.REFUSED && sending != Sending.IMPOSSIBLE;
    }

    /** Tells whether some of several devices are not saved. */
    boolean hasOthersThatFailed() {
        for (Problem problem : problems) {
            if (!OF_SENDING.contains(problem.exit()) && sending != Sending.IMPOSSIBLE) {
                return true;
            }
        }
        return false;
    }
}

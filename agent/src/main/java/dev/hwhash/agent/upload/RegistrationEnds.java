// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Unsettled;
import dev.hwhash.uploader.registration.Registering.Left;
import dev.hwhash.uploader.report.RegistrationTarget;
import dev.hwhash.uploader.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of the devices of a run, told as it happens and summed up in the end. Not thread-safe. */
final class RegistrationEnds {

    private final Messages messages;
    private final RegistrationTarget target;
    private final Path outbox;
    private final Map<UUID, Fate> fates = new LinkedHashMap<>();
    private final List<Problem> refused = new ArrayList<>();

    RegistrationEnds(Messages messages, RegistrationTarget target, Path outbox) {
        this.messages = messages;
        this.target = target;
        this.outbox = outbox;
    }

    void accept(Report report, Fate fate) {
        fates.put(report.id(), fate);
        if (fate instanceof Fate.Registered registered) {
            messages.note(
                    "device-registered",
                    name(report) + " is registered with " + target
                            + registered
                                    .deviceId()
                                    .map(id -> ", as device " + id)
                                    .orElse(""));
        } else if (fate instanceof Fate.AlreadyRegistered already) {
            messages.note(
                    "device-already-registered",
                    name(report) + " was registered with " + target + " before"
                            + already.deviceId().map(id -> ", as device " + id).orElse("") + ": " + already.words());
        } else if (fate instanceof Fate.Refused refusal) {
            refused.add(new Problem(
                    ExitCode.REFUSED_BY_TARGET,
                    "device-refused",
                    name(report) + " was refused by " + target + ": " + refusal.code()
                            + (refusal.name().isEmpty() ? "" : " " + refusal.name()) + ": " + refusal.words()
                            + "; it is kept in rejected of " + outbox));
        }
    }

    private static String name(Report report) {
        return report.serialNumber().map(serial -> "\"" + serial + "\"").orElse("a device without serial number");
    }

    Optional<Fate> fate(UUID report) {
        return Optional.ofNullable(fates.get(report));
    }

    /** Returns the ids at the target of all that are registered there now. */
    List<String> deviceIds() {
        List<String> ids = new ArrayList<>();
        for (Fate fate : fates.values()) {
            if (fate instanceof Fate.Registered registered) {
                registered.deviceId().ifPresent(ids::add);
            } else if (fate instanceof Fate.AlreadyRegistered already) {
                already.deviceId().ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** Sums up, and returns what went wrong; that it was not waited for is no error. */
    List<Problem> report(List<Left> left) {
        int ended = fates.size() - refused.size();
        messages.note(
                "registration-summary",
                ended + " registered, " + refused.size() + " refused, " + left.size() + " without an end, kept in "
                        + outbox);
        List<Problem> problems = new ArrayList<>(refused);
        Map<Unsettled.Why, List<Left>> groups = new EnumMap<>(Unsettled.Why.class);
        for (Left one : left) {
            groups.computeIfAbsent(one.unsettled().why(), why -> new ArrayList<>())
                    .add(one);
        }
        groups.forEach((why, some) -> tell(why, some, problems));
        return problems;
    }

    private void tell(Unsettled.Why why, List<Left> left, List<Problem> problems) {
        String words = left.get(0).unsettled().words() + "; for that, " + left.size()
                + (left.size() == 1 ? " device is" : " devices are") + " kept in " + outbox;
        switch (why) {
            case TAKEN ->
                messages.note(
                        "devices-taken",
                        left.size() + (left.size() == 1 ? " device is" : " devices are") + " taken by " + target
                                + ", which decides within minutes; hwhash upload --wait with the same --to tells what"
                                + " became of them");
            case CREDENTIALS -> problems.add(new Problem(ExitCode.CREDENTIALS_REFUSED, "sign-in-refused", words));
            case DEADLINE -> problems.add(new Problem(ExitCode.WAIT_DEADLINE, "registration-deadline", words));
            case UNREACHABLE -> problems.add(new Problem(ExitCode.NOT_REACHABLE, "kept-unreachable", words));
            case NEEDS_MENDING -> problems.add(new Problem(ExitCode.NOT_REACHABLE, "kept-needs-mending", words));
        }
    }
}

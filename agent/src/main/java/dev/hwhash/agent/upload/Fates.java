// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.device.ShortCode;
import dev.hwhash.uploader.Fate;
import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Outbox;
import dev.hwhash.uploader.outbox.OutboxException;
import dev.hwhash.uploader.report.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of the reports of a run, told as it happens and summed up in the end. Not thread-safe. */
final class Fates {

    private final Messages messages;
    private final Outbox outbox;
    private final Optional<UUID> own;
    private final List<Problem> refused = new ArrayList<>();
    private final List<Fate> left = new ArrayList<>();
    /** What stood in the way of each service when it was tried last, in this drain or one before. */
    private final Map<Target, Fate.Kept> causes = new HashMap<>();

    private Optional<LastReceipt> receipt = Optional.empty();
    private Optional<String> busy = Optional.empty();
    private long delivered;

    /** With the report of this run's own device, if there is one, of which the receipt tells. */
    Fates(Messages messages, Outbox outbox, Optional<UUID> own) {
        this.messages = messages;
        this.outbox = outbox;
        this.own = own;
    }

    /** Forgets what the drain before left: this one tells it anew. */
    void begin() {
        left.clear();
        busy = Optional.empty();
    }

    void busy(String words) {
        busy = Optional.of(words);
    }

    void accept(Fate fate) {
        if (fate instanceof Fate.Delivered received) {
            delivered++;
            causes.remove(fate.target());
            messages.note(
                    "report-delivered",
                    name(fate) + " is with " + fate.target() + " since " + received.receivedAt() + ", as report "
                            + fate.reportId() + ", whose code there is " + ShortCode.of(fate.reportId()));
            remember(fate, LastReceipt.State.RECEIVED);
        } else if (fate instanceof Fate.Refused refusal) {
            refused.add(problem(refusal));
            remember(fate, LastReceipt.State.REFUSED);
        } else {
            left.add(fate instanceof Fate.Kept kept ? withCause(kept) : fate);
        }
    }

    /** That the time was up says less than why it did not suffice, where something is known of that. */
    private Fate withCause(Fate.Kept kept) {
        return switch (kept.why()) {
            case TIME_IS_UP -> {
                Fate.Kept last = causes.getOrDefault(kept.target(), kept);
                yield new Fate.Kept(kept.reportId(), kept.serialNumber(), kept.target(), last.why(), last.words());
            }
            case NOT_TRIED, NO_TOKEN -> kept;
            default -> {
                causes.put(kept.target(), kept);
                yield kept;
            }
        };
    }

    private Problem problem(Fate.Refused refusal) {
        String rules = refusal.ruleIds().isEmpty() ? "" : " (" + String.join(", ", refusal.ruleIds()) + ")";
        boolean ofOurs = refusal.code().equals("too-old");
        return new Problem(
                ExitCode.REFUSED_BY_TARGET,
                "report-refused",
                name(refusal) + (ofOurs ? " is not sent to " : " was refused by ") + refusal.target() + ": "
                        + refusal.code() + rules + ": " + refusal.words() + "; it is kept in rejected of "
                        + outbox.path());
    }

    private static String name(Fate fate) {
        return fate.serialNumber().map(serial -> "\"" + serial + "\"").orElse("a device without serial number");
    }

    /** Where a run has a device of its own, older reports of others do not tell of this PC; else the last one tells. */
    private void remember(Fate fate, LastReceipt.State state) {
        if (own.isPresent() && !own.get().equals(fate.reportId())) {
            return;
        }
        receipt =
                Optional.of(new LastReceipt(fate.serialNumber(), Instant.now(), fate.reportId(), fate.target(), state));
        if (own.isPresent()) {
            writeReceipt();
        }
    }

    /** Returns what has become of the report of this run's own device. */
    LastReceipt.State ownState() {
        return own.isPresent() && receipt.isPresent() ? receipt.get().state() : LastReceipt.State.WAITING;
    }

    private void writeReceipt() {
        if (receipt.isEmpty()) {
            return;
        }
        try {
            outbox.lastReceipt().write(receipt.get());
        } catch (OutboxException e) {
            messages.warning("receipt-not-written", e.getMessage());
        }
    }

    /** Tells whether anything waits for which there is a token that was not refused. */
    boolean mayStillGo() {
        for (Fate fate : left) {
            if (fate instanceof Fate.Kept kept && kept.why() != Fate.Why.NO_TOKEN) {
                return true;
            }
        }
        return busy.isPresent();
    }

    /** Returns what went wrong, and sums up. */
    List<Problem> report(ExitCode late, Optional<Problem> withoutToken) {
        if (own.isEmpty()) {
            writeReceipt();
        }
        messages.note(
                "upload-summary",
                delivered + " delivered, " + refused.size() + " refused, " + left.size() + " kept in " + outbox.path());
        List<Problem> problems = new ArrayList<>(refused);
        LeftReports kept = new LeftReports(left, outbox.path(), late, withoutToken);
        problems.addAll(kept.problems());
        busy.ifPresent(words -> problems.add(new Problem(late, "outbox-busy", words)));
        return problems;
    }
}

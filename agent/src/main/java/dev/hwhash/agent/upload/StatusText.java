// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.uploader.outbox.LastReceipt;
import dev.hwhash.uploader.outbox.Listed;
import dev.hwhash.uploader.report.Target;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an outbox holds, in lines; pure.
 *
 * @param outbox where it is
 * @param only the one target of which to tell; empty: all
 */
record StatusText(Path outbox, Optional<TargetName> only) {

    /** How many reports wait for a service, and since when the first of them does. */
    private record Queue(int count, Instant oldest) {
        Queue with(Instant since) {
            return new Queue(count + 1, since.isBefore(oldest) ? since : oldest);
        }
    }

    List<String> of(List<Listed> waiting, List<Listed> setAside, Optional<LastReceipt> receipt) {
        List<String> lines = new ArrayList<>();
        lines.add("outbox: " + outbox);
        Map<Target, Queue> queues = queues(waiting);
        if (queues.isEmpty()) {
            lines.add("waiting: none");
        }
        for (Map.Entry<Target, Queue> queue : queues.entrySet()) {
            lines.add("waiting: " + queue.getValue().count() + " for " + queue.getKey() + ", the oldest since "
                    + queue.getValue().oldest());
        }
        for (Listed listed : waiting) {
            addSetAside(listed, lines);
        }
        for (Listed listed : setAside) {
            addSetAside(listed, lines);
        }
        lines.add(receipt.map(StatusText::last).orElse("last: none"));
        return lines;
    }

    private Map<Target, Queue> queues(List<Listed> waiting) {
        Map<Target, Queue> queues = new LinkedHashMap<>();
        for (Listed listed : waiting) {
            if (listed instanceof Listed.Waiting one && isMeant(one.target())) {
                Queue before = queues.getOrDefault(one.target(), new Queue(0, one.since()));
                queues.put(one.target(), before.with(one.since()));
            }
        }
        return queues;
    }

    private void addSetAside(Listed listed, List<String> lines) {
        if (listed instanceof Listed.Rejected rejected && isMeant(rejected.target())) {
            lines.add("rejected: " + name(rejected.serialNumber()) + " by " + rejected.target() + ": "
                    + rejected.why().code() + ": " + rejected.why().words() + " (report " + rejected.id() + ")");
        } else if (listed instanceof Listed.Damaged damaged) {
            lines.add("damaged: " + damaged.name() + ": " + damaged.words());
        }
    }

    private boolean isMeant(Target target) {
        return only.isEmpty() || only.get().names(target);
    }

    private static String last(LastReceipt receipt) {
        return "last: " + name(receipt.serialNumber()) + " " + receipt.state() + ", " + receipt.target() + ", "
                + receipt.time() + " (report " + receipt.reportId() + ")";
    }

    private static String name(Optional<String> serial) {
        return serial.map(text -> "\"" + text + "\"").orElse("a device without serial number");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.GroupObserver;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what becomes of reports: numbers, never values. */
final class IngestLog implements GroupObserver {

    private static final Logger LOG = LoggerFactory.getLogger(IngestLog.class);

    @Override
    public void stored(List<Answer> answers, Duration took) {
        LOG.atDebug()
                .addKeyValue("event", "group")
                .addKeyValue("reports", answers.size())
                .addKeyValue("millis", took.toMillis())
                .log("a group of reports was stored");
    }

    @Override
    public void failed(Throwable defect) {
        LOG.atError().setCause(defect).addKeyValue("event", "defect").log("a group of reports was not stored");
    }
}

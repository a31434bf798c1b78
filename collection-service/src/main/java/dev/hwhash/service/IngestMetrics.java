// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.GroupObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of reports, and logs what failed: numbers, never values. Thread-safe. */
final class IngestMetrics implements GroupObserver {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMetrics.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
    private final DistributionSummary groups = DistributionSummary.builder("hwhash.group.size")
            .description("reports stored in one transaction")
            .serviceLevelObjectives(1, 4, 16, 64, 256)
            .register(registry);
    private final Timer commits = Timer.builder("hwhash.group.commit")
            .description("time to store a group, the forcing of the disk included")
            .serviceLevelObjectives(
                    Duration.ofMillis(1),
                    Duration.ofMillis(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1))
            .register(registry);

    /** Shows how many reports wait. */
    void watchQueue(IntSupplier waiting) {
        // Else the registry forgets what nobody holds, and shows NaN.
        Gauge.builder("hwhash.queue.waiting", waiting, IntSupplier::getAsInt)
                .strongReference(true)
                .register(registry);
    }

    @Override
    public void stored(List<Answer> answers, Duration took) {
        groups.record(answers.size());
        commits.record(took);
        for (Answer answer : answers) {
            count(outcome(answer));
        }
    }

    @Override
    public void failed(Throwable defect) {
        LOG.atError().setCause(defect).addKeyValue("event", "defect").log("a group of reports was not stored");
    }

    /** Counts a report by what became of it. */
    private void count(String outcome) {
        outcomes.computeIfAbsent(outcome, name -> registry.counter("hwhash.reports", "outcome", name))
                .increment();
    }

    private static String outcome(Answer answer) {
        if (answer instanceof Answer.Receipt receipt) {
            return receipt.isNew() ? "new" : "again";
        }
        String kind = ((Answer.Refused) answer).refusal().kind().name();
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the text of Prometheus. */
    String text() {
        return registry.scrape();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.intake.GroupObserver;
import dev.hwhash.service.web.ProblemCode;
import dev.hwhash.service.web.ReportObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what becomes of reports, and logs what failed: numbers, never values. Thread-safe. */
final class IngestMetrics implements GroupObserver, ReportObserver {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMetrics.class);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // All from the start: of a counter that appears with its first report Prometheus sees no increase.
    private final Counter firsts = reports("new");
    private final Counter repeats = reports("again");
    private final Map<ProblemCode, Counter> refusals = Arrays.stream(ProblemCode.values())
            .collect(Collectors.toUnmodifiableMap(code -> code, code -> reports(code.toString())));
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
    public void stored(int reports, Duration took) {
        groups.record(reports);
        commits.record(took);
    }

    @Override
    public void failed(Throwable defect) {
        LOG.atError().setCause(defect).addKeyValue("event", "defect").log("a group of reports was not stored");
    }

    @Override
    public void acknowledged(boolean isNew) {
        (isNew ? firsts : repeats).increment();
    }

    @Override
    public void refused(ProblemCode code) {
        Objects.requireNonNull(refusals.get(code)).increment();
    }

    private Counter reports(String outcome) {
        return registry.counter("hwhash.reports", "outcome", outcome);
    }

    /** Returns the text of Prometheus. */
    String text() {
        return registry.scrape();
    }
}

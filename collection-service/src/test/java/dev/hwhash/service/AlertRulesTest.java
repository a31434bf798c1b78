// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.web.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules for Prometheus ask for what the service tells. */
class AlertRulesTest {

    private static final Path RULES = Path.of("..", "deploy", "prometheus-alerts.yml");
    private static final Pattern NAME = Pattern.compile("\\bhwhash_[a-z_]+\\b");
    private static final Pattern OUTCOMES = Pattern.compile("outcome=~\"([^\"]*)\"");

    @Test
    void eachMetricOfTheRulesIsThere() throws IOException {
        IngestMetrics metrics = new IngestMetrics();
        metrics.watchQueue(() -> 0);
        metrics.stored(1, Duration.ofMillis(1));
        String text = metrics.text();
        Set<String> names = found(NAME, 0);
        assertThat(names).hasSizeGreaterThan(2);
        assertThat(names).allSatisfy(name -> assertThat(text).containsPattern("(?m)^" + name + "[ {]"));
    }

    @Test
    void eachOutcomeOfTheRulesIsOne() throws IOException {
        Set<String> asked = new TreeSet<>();
        found(OUTCOMES, 1).forEach(list -> asked.addAll(List.of(list.split("\\|"))));
        List<String> known =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::toString).toList();
        assertThat(asked).isNotEmpty();
        assertThat(known).containsAll(asked);
        // What agents never cause, and what another try or another replica mends.
        assertThat(known)
                .filteredOn(each -> !asked.contains(each))
                .containsExactly(
                        "not-found",
                        "method-not-allowed",
                        "too-slow",
                        "unsupported-encoding",
                        "unsupported-media-type",
                        "headers-too-large",
                        "stopping");
    }

    private static Set<String> found(Pattern pattern, int group) throws IOException {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(RULES));
        while (matcher.find()) {
            all.add(matcher.group(group));
        }
        return all;
    }
}

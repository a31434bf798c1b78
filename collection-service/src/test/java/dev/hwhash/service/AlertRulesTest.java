// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.RefusalKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        metrics.stored(List.of(Answer.Refused.of(RefusalKind.TOKEN_USED_UP, "synthetic")), Duration.ofMillis(1));
        String text = metrics.text();
        Set<String> names = found(NAME, 0);
        assertThat(names).hasSizeGreaterThan(2);
        assertThat(names).allSatisfy(name -> assertThat(text).containsPattern("(?m)^" + name + "[ {]"));
        assertThat(text).contains("outcome=\"token-used-up\"");
    }

    @Test
    void eachOutcomeOfTheRulesIsOne() throws IOException {
        Set<String> asked = new TreeSet<>();
        found(OUTCOMES, 1).forEach(list -> asked.addAll(List.of(list.split("\\|"))));
        List<String> known = Arrays.stream(RefusalKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        assertThat(asked).isNotEmpty();
        assertThat(known).containsAll(asked);
        // It is about to end: another replica takes the report.
        assertThat(known).filteredOn(each -> !asked.contains(each)).containsExactly("stopping");
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

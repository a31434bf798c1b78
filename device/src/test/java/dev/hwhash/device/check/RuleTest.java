// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "rules.md");

    @Test
    void theDocumentHasEachRuleAsItIs() throws IOException {
        String document = Files.readString(DOCUMENT);

        for (Rule[] group :
                List.<Rule[]>of(FileRule.values(), ValueRule.values(), HashRule.values(), DeviceRule.values())) {
            assertThat(document).contains(RulesDocument.table(group));
        }
    }

    @Test
    void theDocumentHasTheNamesOfEachProperty() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        "`file`",
                        "`line`",
                        "`rule`",
                        "`severity`",
                        "`fixed`",
                        "`value`",
                        "`becomes`",
                        "`message`",
                        "`remedy`");
    }

    @Test
    void anIdIsUniqueAndAsciiAndEachRuleSomebodys() {
        List<Rule> all = Rule.all();
        assertThat(all).extracting(Rule::id).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
        assertThat(all)
                .allSatisfy(rule -> assertThat(
                                Stream.of(Importer.values()).map(rule::severity).flatMap(one -> one.stream()))
                        .isNotEmpty());
        assertThat(all)
                .extracting(rule -> rule.title() + rule.why() + rule.remedy())
                .allMatch(words -> words.matches("[ -~]+") && !words.contains("|"));
        assertThat(all).extracting(Rule::remedy).noneMatch(remedy -> remedy.endsWith("."));
    }

    @Test
    void anImporterIsFoundByItsName() {
        for (Importer importer : Importer.values()) {
            assertThat(Importer.named(importer.toString().toUpperCase(java.util.Locale.ROOT)))
                    .hasValue(importer);
        }
        assertThat(Importer.named("autopilot")).isEmpty();
        for (dev.hwhash.device.Format format : dev.hwhash.device.Format.values()) {
            assertThat(Importer.of(format).columns(java.util.Set.of())).isNotEmpty();
        }
    }
}

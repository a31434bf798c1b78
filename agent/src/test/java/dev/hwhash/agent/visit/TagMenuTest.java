// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The question for the group tag. */
class TagMenuTest {

    @Test
    void eachTagHasAKeyAndTheConfiguredOneIsMarked() {
        TagMenu menu = TagMenu.of(List.of("Kiosk", "Sales"), Optional.of("Sales"));

        assertThat(menu.screen("Press its key", Duration.ofMinutes(5)))
                .containsExactlyElementsOf("""
                +----------------------------------------------------------------------------+
                |                                                                            |
                |   Which group tag does this PC get?                                        |
                |                                                                            |
                |      1   Kiosk                                                             |
                |      2   Sales   <- set for this stick                                     |
                |      0   no group tag                                                      |
                |                                                                            |
                |   Press its key. Without an answer in 5 minutes nothing is collected.      |
                |                                                                            |
                +----------------------------------------------------------------------------+
                """.lines().toList());
        assertThat(menu.keys()).isEqualTo("120");
        assertThat(menu.usual()).hasValue('2');
        assertThat(menu.tag('1')).hasValue("Kiosk");
        assertThat(menu.tag('0')).isEmpty();
    }

    @Test
    void configuredTagThatIsNotListedCanBePickedToo() {
        List<String> full = IntStream.rangeClosed(1, 35).mapToObj(i -> "T" + i).toList();

        TagMenu menu = TagMenu.of(full, Optional.of("Own"));

        assertThat(menu.tags()).hasSize(35).startsWith("Own", "T1").endsWith("T34");
        assertThat(menu.keys()).hasSize(36).startsWith("123456789abc").endsWith("z0");
        assertThat(menu.tag('z')).hasValue("T34");
        assertThat(menu.usual()).hasValue('1');
    }

    @Test
    void withoutAConfiguredTagAKeyHasToBePressed() {
        assertThat(TagMenu.of(List.of("Kiosk"), Optional.empty()).usual()).isEmpty();
    }
}

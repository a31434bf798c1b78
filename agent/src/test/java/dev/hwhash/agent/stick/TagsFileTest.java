// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A tag comes into a list once, and the rest of the list stays. */
class TagsFileTest {

    @Test
    void tagStandsOnALineOfItsOwn() {
        assertThat(with("# tags\r\n", "Kiosk")).isEqualTo("# tags\r\nKiosk\r\n");
        assertThat(with("Lab", "Kiosk")).isEqualTo("Lab\r\nKiosk\r\n");
        assertThat(with("", "Kiosk")).isEqualTo("Kiosk\r\n");
    }

    @Test
    void tagThatIsThereIsNotAddedAgain() {
        assertThat(with("Lab\n Kiosk \n", "Kiosk")).isEqualTo("Lab\n Kiosk \n");
        assertThat(with("# Kiosk\n", "Kiosk")).isEqualTo("# Kiosk\nKiosk\r\n");
    }

    @Property
    void whateverTagIsTakenIsInTheListAfterwards(@ForAll String tag, @ForAll String list) {
        if (TagsFile.flaw(tag).isEmpty() && tag.equals(tag.strip())) {
            byte[] bytes = list.getBytes(UTF_8);
            byte[] longer = TagsFile.with(bytes, tag);
            assertThat(TagsFile.has(longer, tag)).isTrue();
            assertThat(Arrays.copyOf(longer, bytes.length)).isEqualTo(bytes);
            assertThat(TagsFile.with(longer, tag)).isEqualTo(longer);
        }
    }

    private static String with(String list, String tag) {
        return new String(TagsFile.with(list.getBytes(UTF_8), tag), UTF_8);
    }
}

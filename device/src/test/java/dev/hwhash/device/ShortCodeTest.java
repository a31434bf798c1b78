// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShortCodeTest {

    @Test
    void isTheBeginningOfTheReportsIdInTwoGroups() {
        assertThat(ShortCode.of(UUID.fromString("00000000-0000-4000-8000-000000000000")))
                .hasToString("0000-0000");
        assertThat(ShortCode.of(UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff")))
                .hasToString("ZZZZ-ZZZZ");
        assertThat(ShortCode.of(UUID.fromString("00000000-2100-4000-8000-000000000000")))
                .hasToString("0000-0011");
    }

    @Property
    void isReadAgainHoweverItIsTyped(@ForAll long upper, @ForAll long lower) {
        ShortCode code = ShortCode.of(new UUID(upper, lower));
        assertThat(ShortCode.read(code.toString())).contains(code);
        String typed =
                " " + code.text().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l') + " ";
        assertThat(ShortCode.read(typed)).contains(code);
    }

    @Property
    void knowsHowItsReportsIdsBegin(@ForAll long upper, @ForAll long lower) {
        UUID id = new UUID(upper, lower);
        assertThat(id.toString()).startsWith(ShortCode.of(id).uuidStart());
    }

    @Property
    void anyOtherTextIsNoCode(@ForAll String text) {
        ShortCode.read(text)
                .ifPresent(code -> assertThat(code.text()).hasSize(8).doesNotContain("I", "L", "O", "U"));
        assertThat(ShortCode.read(text + "U")).isEmpty();
        assertThat(ShortCode.read(text + "0123456789")).isEmpty();
    }

    @Test
    void isNoOtherText() {
        assertThatThrownBy(() -> new ShortCode("0000-000")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShortCode("000000000")).isInstanceOf(IllegalArgumentException.class);
    }
}

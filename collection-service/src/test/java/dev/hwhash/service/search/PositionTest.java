// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is a position and nothing else; what clients make up is one, or is refused. */
class PositionTest {

    @Property
    void aPositionAmongNamesComesBack(
            @ForAll SearchName kind,
            @ForAll @StringLength(max = 512) String name,
            @ForAll @LongRange(min = 0) long id) {
        // Half a character is not kept by UTF-8, and never stored.
        String whole = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        Position position = new Position.ByName(kind, whole, id);

        assertThat(Position.of(position.cursor())).contains(position);
        assertThat(position.cursor()).matches("[A-Za-z0-9_-]+").hasSizeLessThanOrEqualTo(Position.LONGEST);
    }

    @Property
    void aPositionAmongAllComesBack(@ForAll @LongRange(min = 0) long id) {
        assertThat(Position.of(new Position.ById(id).cursor())).contains(new Position.ById(id));
    }

    @Property
    void whateverIsReadIsSpelledInOneWay(@ForAll byte[] bytes) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

        assertThat(Position.of(cursor).map(Position::cursor).orElse(cursor)).isEqualTo(cursor);
    }

    @Property
    void noTextBreaksTheReading(@ForAll String text) {
        assertThat(Position.of(text).map(Position::cursor)).isIn(Optional.empty(), Optional.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"i", "i-1", "i1.5", "i99999999999999999999", "s:", "sx:name", "s-1:name", "x1:name", ":", "s1"})
    void whatIsNoPositionIsRefused(String forged) {
        byte[] bytes = forged.getBytes(StandardCharsets.UTF_8);

        assertThat(Position.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(Position.of("A".repeat(Position.LONGEST + 1))).isEmpty();
    }
}

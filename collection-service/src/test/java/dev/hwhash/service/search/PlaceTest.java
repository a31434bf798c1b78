// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Cursors of the list. */
class PlaceTest {

    @Property
    void aCursorIsReadAsItWasWritten(
            @ForAll DeviceOrder order, @ForAll @LongRange(min = 0) long id, @ForAll long time, @ForAll String name) {
        String key = order.key() == DeviceOrder.Key.TIME ? Long.toString(time) : name;
        Place place = new Place(order, Optional.of(new String(key.getBytes(UTF_8), UTF_8)), id);
        if (place.cursor().length() <= Position.LONGEST) {
            assertThat(Place.of(place.cursor())).contains(place);
        }
    }

    @Test
    void aDeviceWithoutTheNameIsAPlaceToo() {
        Place place = new Place(DeviceOrder.TAG, Optional.empty(), 17);
        assertThat(Place.of(place.cursor())).contains(place);
    }

    @Property
    void noTextBreaksTheReading(@ForAll String text) {
        assertThat(Place.of(text))
                .satisfies(place ->
                        place.ifPresent(read -> assertThat(read.cursor()).isEqualTo(text)));
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        assertThat(Place.of(forged))
                .satisfies(place ->
                        place.ifPresent(read -> assertThat(read.cursor()).isEqualTo(forged)));
    }

    @Test
    void forgedCursorsAreNone() {
        for (String text : new String[] {
            "",
            "n",
            "n1",
            "n1:",
            "n1:x",
            "n-1:5",
            "n1:99999999999999999999",
            "s",
            "s-1",
            "s+1:x",
            "s01:x",
            "q1:x",
            "sx:y"
        }) {
            String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
            assertThat(Place.of(cursor)).as(text).isEmpty();
        }
    }
}

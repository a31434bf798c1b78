// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Fate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which devices are sent: those that hold one of the six combinations, and name a batch. */
class IntakeTest {

    private static final List<Set<Field>> COMBINATIONS = List.of(
            Set.of(Field.HARDWARE_HASH, Field.WINDOWS_PRODUCT_ID),
            Set.of(Field.HARDWARE_HASH, Field.SERIAL_NUMBER),
            Set.of(Field.HARDWARE_HASH, Field.WINDOWS_PRODUCT_ID, Field.SERIAL_NUMBER),
            Set.of(Field.HARDWARE_HASH),
            Set.of(Field.WINDOWS_PRODUCT_ID),
            Set.of(Field.SERIAL_NUMBER, Field.MANUFACTURER, Field.MODEL));

    @Property
    void takesWhatHoldsOneOfTheSixCombinations(@ForAll @IntRange(max = 511) int fields) {
        Set<Field> known = EnumSet.noneOf(Field.class);
        List<Field> all = List.of(Field.values());
        for (int i = 0; i < all.size(); i++) {
            if ((fields & (1 << i)) != 0) {
                known.add(all.get(i));
            }
        }
        boolean identified = COMBINATIONS.stream().anyMatch(known::containsAll);
        assertThat(Intake.refusal(record(known).with(Field.GROUP_TAG, "batch")).isEmpty())
                .isEqualTo(identified);
    }

    @Test
    void refusesADeviceWithoutABatch() {
        assertThat(Intake.refusal(record(Set.of(Field.HARDWARE_HASH))))
                .map(Fate.Refused::code)
                .contains("batch-missing");
    }

    @Test
    void refusesABatchThatNoPathCanName() {
        assertThat(Intake.refusal(record(Set.of(Field.HARDWARE_HASH)).with(Field.GROUP_TAG, "..")))
                .map(Fate.Refused::code)
                .contains("batch-name");
    }

    private static DeviceRecord record(Set<Field> known) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        known.forEach(field -> values.put(field, "value"));
        return new DeviceRecord(values);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static dev.hwhash.device.Field.ASSIGNED_USER;
import static dev.hwhash.device.Field.GROUP_TAG;
import static dev.hwhash.device.Field.HARDWARE_HASH;
import static dev.hwhash.device.Field.MANUFACTURER;
import static dev.hwhash.device.Field.MODEL;
import static dev.hwhash.device.Field.SERIAL_NUMBER;
import static dev.hwhash.device.Field.WINDOWS_PRODUCT_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "autopilot, AUTOPILOT",
        "partner-center, PARTNER_CENTER",
        "managed-desktop, MANAGED_DESKTOP",
        "corporate-identifiers, CORPORATE_IDENTIFIERS",
        "json, JSON",
        "Partner-Center, PARTNER_CENTER",
        "JSON, JSON"
    })
    void formatsAreFoundByTheirName(String name, Format format) {
        assertThat(Format.named(name)).contains(format);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatIsFoundByWhatItPrints(Format format) {
        assertThat(Format.named(format.toString())).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "csv", "partner_center", " json"})
    void otherNamesAreNoFormat(String name) {
        assertThat(Format.named(name)).isEmpty();
    }

    @Test
    void eachFormatNeedsWhatItsServiceRefusesToMiss() {
        assertThat(Format.AUTOPILOT.needed()).containsExactlyInAnyOrder(SERIAL_NUMBER, HARDWARE_HASH);
        assertThat(Format.PARTNER_CENTER.needed()).containsExactlyInAnyOrder(SERIAL_NUMBER, MANUFACTURER, MODEL);
        assertThat(Format.MANAGED_DESKTOP.needed())
                .containsExactlyInAnyOrder(SERIAL_NUMBER, MANUFACTURER, MODEL, HARDWARE_HASH);
        assertThat(Format.CORPORATE_IDENTIFIERS.needed()).containsExactlyInAnyOrder(SERIAL_NUMBER, MANUFACTURER, MODEL);
        assertThat(Format.JSON.needed()).containsExactlyInAnyOrder(SERIAL_NUMBER, MANUFACTURER, MODEL, HARDWARE_HASH);
    }

    @Test
    void eachFormatHoldsWhatItHasAColumnFor() {
        assertThat(Format.AUTOPILOT.held())
                .containsExactlyInAnyOrder(SERIAL_NUMBER, WINDOWS_PRODUCT_ID, HARDWARE_HASH, GROUP_TAG, ASSIGNED_USER);
        assertThat(Format.PARTNER_CENTER.held())
                .containsExactlyInAnyOrder(SERIAL_NUMBER, WINDOWS_PRODUCT_ID, HARDWARE_HASH, MANUFACTURER, MODEL);
        assertThat(Format.MANAGED_DESKTOP.held()).isEqualTo(Format.MANAGED_DESKTOP.needed());
        assertThat(Format.CORPORATE_IDENTIFIERS.held()).isEqualTo(Format.CORPORATE_IDENTIFIERS.needed());
        assertThat(Format.JSON.held()).containsExactlyInAnyOrder(Field.values());
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceWithAllThatIsNeededLacksNothingAndEachFieldLessIsNamed(Format format) {
        assertThat(format.lack(format.needed())).isEmpty();
        for (Field field : format.needed()) {
            Set<Field> others = EnumSet.copyOf(format.needed());
            others.remove(field);
            assertThat(format.lack(others))
                    .contains("it has no " + field.words() + ", without which the format " + format + " has no row");
        }
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThat(Format.CORPORATE_IDENTIFIERS.lack(Set.of()))
                .contains("it has no serial number, no manufacturer, no model, without which the format"
                        + " corporate-identifiers has no row");
    }

    @Test
    void onlyPartnerCenterFindsADeviceByItsHashOrProductIdAlone() {
        for (Field field : Set.of(HARDWARE_HASH, WINDOWS_PRODUCT_ID)) {
            for (Format format : Format.values()) {
                assertThat(format.lack(Set.of(field)).isEmpty()).isEqualTo(format == Format.PARTNER_CENTER);
            }
        }
    }

    @Test
    void theSetsCannotBeChanged() {
        assertThatThrownBy(() -> Format.JSON.needed().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Format.JSON.held().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whose status is whose: wrong is worse than not known. */
class StatusMatchingTest {

    @Test
    void findsADeviceByItsSerialNumberWhereverItStands() {
        assertThat(match(List.of(serial("A"), serial("B")), told("1", "B", ""), told("2", "A", "")))
                .containsExactly("2", "1");
    }

    @Test
    void findsADeviceByItsProductKey() {
        assertThat(match(List.of(key("0000000000001"), key("0000000000002")), told("1", "", "0000000000002")))
                .containsExactly("", "1");
    }

    @Test
    void findsDevicesOfAHashAloneByTheirPlace() {
        assertThat(match(
                        List.of(hash(), serial("A"), hash()), told("1", "", ""), told("2", "A", ""), told("3", "", "")))
                .containsExactly("1", "2", "3");
    }

    @Test
    void doesNotTrustPlacesThatHaveChanged() {
        assertThat(match(
                        List.of(hash(), hash(), serial("A")), told("1", "A", ""), told("2", "", ""), told("3", "", "")))
                .containsExactly("", "", "1");
    }

    @Test
    void doesNotTrustPlacesWhereSomeAreMissing() {
        assertThat(match(List.of(hash(), hash(), hash()), told("1", "", ""), told("2", "", "")))
                .containsExactly("", "", "");
    }

    @Test
    void givesTheOneThatIsLeftToTheDeviceThatIsLeft() {
        assertThat(match(List.of(hash(), serial("A")), told("1", "A", ""), told("2", "", "")))
                .containsExactly("2", "1");
    }

    @Test
    void neverGivesADeviceTheStatusOfAnotherSerialNumber() {
        assertThat(match(List.of(serial("A")), told("1", "B", ""))).containsExactly("");
        assertThat(match(List.of(serial("A")), told("1", "a", ""))).containsExactly("");
    }

    @Test
    void keepsTwoDevicesOfOneSerialNumberAtTheirPlaces() {
        assertThat(match(List.of(serial("A"), serial("A")), told("1", "A", ""), told("2", "A", "")))
                .containsExactly("1", "2");
    }

    @Test
    void knowsByItsPlaceADeviceThatHadItsEndBefore() {
        assertThat(match(List.of(Optional.empty(), hash()), told("1", "GONE", ""), told("2", "", "")))
                .containsExactly("1", "2");
    }

    @Property
    void anyOrderGivesEachDeviceItsOwn(@ForAll @IntRange(min = 0, max = 30) int devices, @ForAll long seed) {
        List<Optional<DeviceRecord>> sent = new ArrayList<>();
        List<DeviceStatus> told = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            sent.add(serial("SN" + i));
            told.add(told("id" + i, "SN" + i, ""));
            own.add("id" + i);
        }
        Collections.shuffle(told, new Random(seed));
        assertThat(ids(StatusMatching.of(sent, told))).isEqualTo(own);
    }

    @Property
    void nothingIsGivenTwice(
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> sent,
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> told) {
        List<DeviceStatus> statuses = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            statuses.add(told("id" + i, told.get(i) == 0 ? "" : "SN" + told.get(i), ""));
        }
        List<Optional<DeviceRecord>> devices = new ArrayList<>();
        sent.forEach(number -> devices.add(number == 0 ? hash() : serial("SN" + number)));

        List<String> given = ids(StatusMatching.of(devices, statuses));

        assertThat(given).hasSameSizeAs(sent);
        assertThat(given.stream().filter(id -> !id.isEmpty())).doesNotHaveDuplicates();
    }

    private static List<String> match(List<Optional<DeviceRecord>> sent, DeviceStatus... told) {
        return ids(StatusMatching.of(sent, List.of(told)));
    }

    private static List<String> ids(List<Optional<DeviceStatus>> found) {
        return found.stream()
                .map(status -> status.map(DeviceStatus::deviceId).orElse(""))
                .toList();
    }

    private static DeviceStatus told(String id, String serial, String key) {
        return new DeviceStatus(id, serial, key, "finished", "", "");
    }

    private static Optional<DeviceRecord> serial(String serial) {
        return Optional.of(new DeviceRecord(Map.of(Field.SERIAL_NUMBER, serial)));
    }

    private static Optional<DeviceRecord> key(String key) {
        return Optional.of(new DeviceRecord(Map.of(Field.WINDOWS_PRODUCT_ID, key)));
    }

    private static Optional<DeviceRecord> hash() {
        return Optional.of(new DeviceRecord(Map.of(Field.HARDWARE_HASH, "T0E=")));
    }
}

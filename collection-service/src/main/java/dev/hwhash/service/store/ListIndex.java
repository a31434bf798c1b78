// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.Lead;
import dev.hwhash.service.search.SearchName;

/** The indexes of {@code V6__list.sql}, by name: the plan decides, not luck. */
final class ListIndex {

    private ListIndex() {}

    static String of(Lead lead) {
        return switch (lead) {
            case FINDINGS -> "device_with_findings";
            case TAG -> "device_by_tag_and_time";
            case TOKEN -> "device_by_token";
            case STATE -> "device_by_state";
            case TIME -> "device_by_time";
            case SEARCH -> throw new IllegalArgumentException("a search has no index of its own");
        };
    }

    static String of(SearchName name) {
        return switch (name) {
            case SERIAL_NUMBER -> "device_by_serial";
            case SMBIOS_UUID -> "device_by_uuid";
            case GROUP_TAG -> "device_by_tag";
            case MODEL -> "device_by_model";
            case MANUFACTURER -> "device_by_manufacturer";
        };
    }

    static String of(DeviceOrder.Key key) {
        return switch (key) {
            case TIME -> "device_by_time";
            case SERIAL_NUMBER -> "device_by_serial";
            case MODEL -> "device_by_model";
            case GROUP_TAG -> "device_by_tag";
        };
    }
}

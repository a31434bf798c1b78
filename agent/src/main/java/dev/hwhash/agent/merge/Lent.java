// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceRow;
import java.util.List;

/** What an older row lends to a newer one of the same device that is silent on it, as a set of bits. */
final class Lent {

    /** In the order of their bits; the same as where a row of a file is replaced. */
    static final List<Field> FIELDS =
            List.of(Field.WINDOWS_PRODUCT_ID, Field.MANUFACTURER, Field.MODEL, Field.GROUP_TAG, Field.ASSIGNED_USER);

    private Lent() {}

    static int bit(Field field) {
        return 1 << FIELDS.indexOf(field);
    }

    /** Returns what a row knows, by itself or by its hash. */
    static int known(DeviceRow row, DeviceIdentity identity) {
        int known = 0;
        for (Field field : FIELDS) {
            known |= value(field, row, identity).isEmpty() ? 0 : bit(field);
        }
        return known;
    }

    /** Returns what a row says of a field, by itself or by its hash; empty where it says nothing. */
    static String value(Field field, DeviceRow row, DeviceIdentity identity) {
        return switch (field) {
            case MANUFACTURER -> identity.manufacturer().orElse("");
            case MODEL -> identity.model().orElse("");
            default -> row.value(field).strip();
        };
    }

    /** Returns what a format has columns for. */
    static int heldBy(Format format) {
        int held = 0;
        for (Field field : FIELDS) {
            held |= format.held().contains(field) ? bit(field) : 0;
        }
        return held;
    }
}

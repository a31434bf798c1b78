// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static dev.hwhash.device.Field.ASSIGNED_USER;
import static dev.hwhash.device.Field.GROUP_TAG;
import static dev.hwhash.device.Field.HARDWARE_HASH;
import static dev.hwhash.device.Field.MANUFACTURER;
import static dev.hwhash.device.Field.MODEL;
import static dev.hwhash.device.Field.SERIAL_NUMBER;
import static dev.hwhash.device.Field.WINDOWS_PRODUCT_ID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats in which devices are handed on, by the service that takes them. */
// The sets are unmodifiable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum Format {
    /**
     * Intune's import, as Get-WindowsAutoPilotInfo writes it.
     *
     * @see <a href="https://learn.microsoft.com/autopilot/add-devices">Manually register devices</a>
     */
    AUTOPILOT(fields(SERIAL_NUMBER, HARDWARE_HASH), fields(WINDOWS_PRODUCT_ID, GROUP_TAG, ASSIGNED_USER)),
    /** Partner Center's import; the row may stand without a hash. */
    PARTNER_CENTER(fields(SERIAL_NUMBER, MANUFACTURER, MODEL), fields(WINDOWS_PRODUCT_ID, HARDWARE_HASH)),
    /** Microsoft Managed Desktop's import. */
    MANAGED_DESKTOP(fields(SERIAL_NUMBER, MANUFACTURER, MODEL, HARDWARE_HASH), fields()),
    /**
     * Intune's corporate device identifiers, without a header.
     *
     * @see <a href="https://learn.microsoft.com/intune/device-enrollment/add-corporate-identifiers">Corporate
     *     identifiers</a>
     */
    CORPORATE_IDENTIFIERS(fields(SERIAL_NUMBER, MANUFACTURER, MODEL), fields()),
    /** One JSON object a line, with all that is known. */
    JSON(fields(SERIAL_NUMBER, MANUFACTURER, MODEL, HARDWARE_HASH), EnumSet.allOf(Field.class));

    private final Set<Field> needed;
    private final Set<Field> held;

    Format(EnumSet<Field> needed, EnumSet<Field> optional) {
        this.needed = Collections.unmodifiableSet(needed);
        EnumSet<Field> all = EnumSet.copyOf(needed);
        all.addAll(optional);
        this.held = Collections.unmodifiableSet(all);
    }

    /**
     * Finds a format by its name on the command line.
     *
     * @param name such as {@code partner-center}, in any case
     * @return empty where no format has that name
     */
    public static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * Returns without what there is no row.
     *
     * @return an immutable set
     */
    public Set<Field> needed() {
        return needed;
    }

    /**
     * Returns what a row can hold.
     *
     * @return an immutable set that contains {@link #needed()}
     */
    public Set<Field> held() {
        return held;
    }

    /**
     * Tells what a device lacks for a row.
     *
     * @param known what is known of it
     * @return words for a message; empty where it has all that is needed
     */
    public Optional<String> lack(Set<Field> known) {
        if (this == PARTNER_CENTER && (known.contains(HARDWARE_HASH) || known.contains(WINDOWS_PRODUCT_ID))) {
            // It finds a device by either of them alone.
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>(0);
        for (Field field : needed) {
            if (!known.contains(field)) {
                missing.add(field.words());
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("it has no " + String.join(", no ", missing) + ", without which the format " + this
                        + " has no row");
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static EnumSet<Field> fields(Field... fields) {
        EnumSet<Field> set = EnumSet.noneOf(Field.class);
        Collections.addAll(set, fields);
        return set;
    }
}

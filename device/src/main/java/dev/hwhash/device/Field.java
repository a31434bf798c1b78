// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import java.util.List;
import java.util.Optional;

/**
 * A fact about a device that a row can hold. Named as in Windows Autopilot's import file where it has a column there.
 *
 * @see <a href="https://learn.microsoft.com/autopilot/add-devices">Manually register devices with Windows Autopilot</a>
 */
public enum Field {
    /** SMBIOS type 1 serial number, {@code Win32_BIOS.SerialNumber}. */
    SERIAL_NUMBER("serial number", "serialNumber"),
    /** The 13 digits of the product key ID; not the ID that Windows shows in its settings. */
    WINDOWS_PRODUCT_ID("Windows product ID", "windowsProductId"),
    /** Base64 text of the hardware hash, {@code MDM_DevDetail_Ext01.DeviceHardwareData}. */
    HARDWARE_HASH("hardware hash", "hardwareHash"),
    /** SMBIOS type 1 manufacturer, {@code Win32_ComputerSystem.Manufacturer}. */
    MANUFACTURER("manufacturer", "manufacturer"),
    /** SMBIOS type 1 product name, {@code Win32_ComputerSystem.Model}. */
    MODEL("model", "model"),
    /** The tag by which Intune groups devices for a profile. */
    GROUP_TAG("group tag", "groupTag"),
    /** User principal name of the user to whom the device is given. */
    ASSIGNED_USER("assigned user", "assignedUser"),
    /** When the facts were read, in UTC as ISO 8601 writes it. */
    COLLECTED_AT("time of collection", "collectedAt"),
    /** What they were read from: {@code wmi}, or the kind of a capture. */
    SOURCE("source", "source");

    /** All of them, as an object of the format {@code json} has them. */
    public static final List<Field> IN_ORDER_OF_JSON = List.of(
            COLLECTED_AT,
            SOURCE,
            SERIAL_NUMBER,
            WINDOWS_PRODUCT_ID,
            HARDWARE_HASH,
            MANUFACTURER,
            MODEL,
            GROUP_TAG,
            ASSIGNED_USER);

    private final String words;
    private final String property;

    Field(String words, String property) {
        this.words = words;
        this.property = property;
    }

    /**
     * Returns the field of a name in JSON.
     *
     * @param property the name, to the letter
     * @return the field, or empty for a name that none has
     */
    public static Optional<Field> ofProperty(String property) {
        for (Field field : values()) {
            if (field.property.equals(property)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the name as it stands in a message.
     *
     * @return lower-case words
     */
    public String words() {
        return words;
    }

    /**
     * Returns the name that it has in JSON, wherever devices are written as objects.
     *
     * @return a name in camel case
     */
    public String property() {
        return property;
    }
}

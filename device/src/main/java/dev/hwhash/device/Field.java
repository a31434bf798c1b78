// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

/**
 * A fact about a device that a row can hold. Named as in Windows Autopilot's import file where it has a column there.
 *
 * @see <a href="https://learn.microsoft.com/autopilot/add-devices">Manually register devices with Windows Autopilot</a>
 */
public enum Field {
    /** SMBIOS type 1 serial number, {@code Win32_BIOS.SerialNumber}. */
    SERIAL_NUMBER("serial number"),
    /** The 13 digits of the product key ID; not the ID that Windows shows in its settings. */
    WINDOWS_PRODUCT_ID("Windows product ID"),
    /** Base64 text of the hardware hash, {@code MDM_DevDetail_Ext01.DeviceHardwareData}. */
    HARDWARE_HASH("hardware hash"),
    /** SMBIOS type 1 manufacturer, {@code Win32_ComputerSystem.Manufacturer}. */
    MANUFACTURER("manufacturer"),
    /** SMBIOS type 1 product name, {@code Win32_ComputerSystem.Model}. */
    MODEL("model"),
    /** The tag by which Intune groups devices for a profile. */
    GROUP_TAG("group tag"),
    /** User principal name of the user to whom the device is given. */
    ASSIGNED_USER("assigned user"),
    /** When the facts were read, in UTC as ISO 8601 writes it. */
    COLLECTED_AT("time of collection"),
    /** What they were read from: {@code wmi}, or the kind of a capture. */
    SOURCE("source");

    private final String words;

    Field(String words) {
        this.words = words;
    }

    /**
     * Returns the name as it stands in a message.
     *
     * @return lower-case words
     */
    public String words() {
        return words;
    }
}

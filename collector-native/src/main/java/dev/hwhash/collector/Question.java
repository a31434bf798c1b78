// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.device.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A query to WMI and the fields that it answers.
 *
 * @param namespace where it is asked
 * @param wmiClass the class it is asked of
 * @param wql the query
 * @param properties the property that holds each field
 */
record Question(String namespace, String wmiClass, String wql, Map<Field, String> properties) {

    /** The SMBIOS serial number, as Get-WindowsAutoPilotInfo reads it. */
    static final Question BIOS = new Question(
            "root\\cimv2",
            "Win32_BIOS",
            "SELECT SerialNumber FROM Win32_BIOS",
            Map.of(Field.SERIAL_NUMBER, "SerialNumber"));

    /** Make and model. */
    static final Question COMPUTER_SYSTEM = new Question(
            "root\\cimv2",
            "Win32_ComputerSystem",
            "SELECT Manufacturer, Model FROM Win32_ComputerSystem",
            Map.of(Field.MANUFACTURER, "Manufacturer", Field.MODEL, "Model"));

    /**
     * The hardware hash, which the MDM bridge gives.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/dmwmibridgeprov/mdm-devdetail-ext01">MDM_DevDetail_Ext01</a>
     */
    static final Question DEV_DETAIL = new Question(
            "root\\cimv2\\mdm\\dmmap",
            "MDM_DevDetail_Ext01",
            "SELECT DeviceHardwareData FROM MDM_DevDetail_Ext01 WHERE InstanceID='Ext' AND ParentID='./DevDetail'",
            Map.of(Field.HARDWARE_HASH, "DeviceHardwareData"));

    /** All of them, the one that can hang longest last. */
    static final List<Question> ALL = List.of(BIOS, COMPUTER_SYSTEM, DEV_DETAIL);

    /** Returns those of the needed fields that it answers. */
    Set<Field> among(Set<Field> needed) {
        Set<Field> mine = EnumSet.copyOf(properties.keySet());
        mine.retainAll(needed);
        return mine;
    }

    /** Returns the property that holds a field, which must be one of this question's. */
    String property(Field field) {
        return Objects.requireNonNull(properties.get(field));
    }

    /** Tells whether it is for the hardware hash, which the MDM bridge gives. */
    boolean asksForHash() {
        return properties.containsKey(Field.HARDWARE_HASH);
    }

    /** Returns how many rows are worth reading: a second one may disagree, unless there is but one instance by key. */
    int mostRows() {
        return asksForHash() ? 1 : 2;
    }

    /** Returns where it is asked, as it stands in a message. */
    String place() {
        return wmiClass + " in " + namespace;
    }
}

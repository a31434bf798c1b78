// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static dev.hwhash.device.hash.content.Unsigned.u32;

import dev.hwhash.device.hash.HashRecord;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A network adapter: record type 8.
 *
 * @param medium NDIS_PHYSICAL_MEDIUM
 * @param macAddress six pairs of upper-case digits with colons
 * @param bus such as PCI, BTH or VMBUS
 */
public record NetworkAdapter(Code medium, String macAddress, String bus) {

    private static final int MAC = 4;
    private static final int MAC_LENGTH = 6;
    private static final int BUS_LENGTH = MAC + MAC_LENGTH;
    private static final int BUS = BUS_LENGTH + 4;
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    /** NDIS_PHYSICAL_MEDIUM of ntddndis.h. */
    private static final List<String> MEDIA = List.of(
            "Unspecified",
            "Wireless LAN",
            "Cable modem",
            "Phone line",
            "Power line",
            "DSL",
            "Fibre Channel",
            "1394",
            "Wireless WAN",
            "802.11",
            "Bluetooth",
            "InfiniBand",
            "WiMAX",
            "UWB",
            "802.3",
            "802.5",
            "IrDA",
            "Wired WAN",
            "Wired CoWAN",
            "Other",
            "802.15.4");

    /**
     * Reads a record.
     *
     * @param record of the type of which this is the content
     * @return empty for another layout
     */
    public static Optional<NetworkAdapter> of(HashRecord record) {
        ByteBuffer payload = record.payload();
        if (record.length() < BUS || u32(payload, BUS_LENGTH) != record.length() - BUS) {
            return Optional.empty();
        }
        byte[] mac = new byte[MAC_LENGTH];
        payload.get(MAC, mac);
        return Optional.of(new NetworkAdapter(
                Code.of(u32(payload, 0), MEDIA), PAIRS.formatHex(mac), Utf16.text(payload, BUS, record.length())));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files as tools and people leave them, each of the device {@code HWHASH-0001} with a hash. */
final class FilesPeopleHave {

    private static final String NAMES = "Device Serial Number,Windows Product ID,Hardware Hash";

    private FilesPeopleHave() {}

    static Map<String, byte[]> all(String hash) {
        String row = "HWHASH-0001,," + hash;
        String plain = NAMES + "\r\n" + row + "\r\n";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("Out-File of PowerShell 5.1", ("\uFEFF" + plain).getBytes(UTF_16LE));
        files.put("UTF-8 of Excel", ("\uFEFF" + plain).getBytes(UTF_8));
        files.put("Excel of Germany", plain.replace(',', ';').getBytes(AnyFile.ANSI));
        files.put("Unicode text of Excel", ("\uFEFF" + plain.replace(',', '\t')).getBytes(UTF_16LE));
        files.put(
                "Export-Csv",
                ascii("#TYPE Selected.System.Object\r\n" + quoted(NAMES) + "\r\n" + quoted(row) + "\r\n"));
        files.put("blank lines at the end", ascii(plain + "\r\n\r\n,,\r\n  \r\n"));
        files.put("no last line break", ascii(NAMES + "\n" + row));
        files.put("a row behind another header", ascii(NAMES + "\r\n" + NAMES + "\r\n" + row + "\r\n"));
        files.put(
                "other columns in front", ascii("Room,Hardware Hash,Serial Number\r\n12," + hash + ",HWHASH-0001\r\n"));
        files.put(
                "partner order of the script",
                ascii(NAMES + ",Manufacturer name,Device model\r\n" + row + ",Contoso,Book 3\r\n"));
        files.put(
                "partner order of the sample",
                ("\uFEFFDevice serial number,Windows product ID,Hardware hash,Manufacturer name,Device Model\r\n" + row
                                + ",Contoso,Book 3\r\n")
                        .getBytes(UTF_8));
        files.put(
                "self-service sample of Managed Desktop",
                ("\uFEFFManufacturer,Model,Serial Number,Hardware Hash\nContoso,Book 3,HWHASH-0001," + hash + "\n")
                        .getBytes(UTF_8));
        files.put(
                "another partner order",
                ascii("Manufacturer name,Device model,Device Serial Number,Hardware Hash\r\nContoso,Book 3,HWHASH-0001,"
                        + hash + "\r\n"));
        files.put(
                "names of an older script",
                ascii("Serial,ProductKeyID,DeviceHardwareData,Order ID\r\n" + row + ",\r\n"));
        files.put(
                "Configuration Manager",
                ascii(
                        "Textbox18\r\nWindows Autopilot Device Information\r\n\r\nDevice_Serial_Number1,Hardware_Hash1\r\n"
                                + "Device Serial Number,Hardware Hash,HWHASH-0001," + hash + "\r\n"));
        return files;
    }

    /** A file whose end the power cut has left as zeros. */
    static byte[] endingInZeros(byte[] file, int zeros) {
        return Arrays.copyOf(file, file.length + zeros);
    }

    private static String quoted(String line) {
        return '"' + line.replace(",", "\",\"") + '"';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(UTF_8);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The name of a file for one device, without its extension: safe on every file system of Windows, whatever a serial
 * number holds. Names that had to be changed carry the beginning of the serial number's SHA-256, so that two devices
 * never share one.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">Naming Files, Paths, and Namespaces</a>
 */
public final class DeviceFileName {

    private static final int LONGEST = 64;
    private static final int MARK_DIGITS = 8;
    private static final Set<String> DOS_DEVICES = Set.of("CON", "PRN", "AUX", "NUL");

    private DeviceFileName() {}

    /**
     * Returns the name for a device: by its serial number, or by its SMBIOS UUID where that is a placeholder.
     *
     * @param device a device with a serial number
     * @return letters, digits, {@code _} and {@code -}; at most 73 characters
     */
    public static String of(DeviceRecord device) {
        String serial = device.value(Field.SERIAL_NUMBER).orElse("").strip();
        if (SerialNumber.isPlaceholder(serial)) {
            return DeviceIdentity.of(device)
                    .smbiosUuid()
                    .map(Object::toString)
                    .orElseGet(() -> marked(safe(serial), serial));
        }
        return of(serial);
    }

    /**
     * Returns the name for a device whose plain name another device's file has, such as one with a serial number that
     * differs in case only.
     *
     * @param device a device with a serial number
     * @return a name with the mark
     */
    public static String distinct(DeviceRecord device) {
        String name = of(device);
        String serial = device.value(Field.SERIAL_NUMBER).orElse("").strip();
        String mark = mark(serial);
        return name.endsWith(mark) ? name : name + mark;
    }

    static String of(String serial) {
        String safe = safe(serial);
        return safe.equals(serial) && !isDosDevice(serial) ? safe : marked(safe, serial);
    }

    private static String safe(String serial) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < serial.length() && safe.length() < LONGEST; i++) {
            char c = serial.charAt(i);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || c == '-');
            safe.append(kept ? c : '_');
        }
        return safe.toString();
    }

    private static boolean isDosDevice(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean port = upper.length() == 4 && (upper.startsWith("COM") || upper.startsWith("LPT"));
        return DOS_DEVICES.contains(upper) || (port && Character.isDigit(upper.charAt(3)));
    }

    private static String marked(String safe, String serial) {
        return safe + mark(serial);
    }

    private static String mark(String serial) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(serial.getBytes(StandardCharsets.UTF_8));
            return "-" + HexFormat.of().formatHex(digest).substring(0, MARK_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hwhash.collector.oa3.Oa3Report;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.DeviceTable;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.TableRow;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file in which PCs were captured. What it is shows in its first characters; its name means nothing.
 *
 * @see <a href="https://learn.microsoft.com/windows/client-management/mdm-collect-logs">Collect MDM logs</a>
 */
final class CaptureFile {

    /** Far above 500 rows in UTF-16; a file that is larger was picked by mistake. */
    private static final int LARGEST = 64 << 20;

    private static final int SHORTEST_HASH = 16;

    private final Path file;
    private final Charset ansi;

    /**
     * A device in a capture.
     *
     * @param place file, and line where it has several
     * @param record what it says
     */
    record Device(String place, DeviceRecord record) {}

    CaptureFile(Path file, Charset ansi) {
        this.file = file;
        this.ansi = ansi;
    }

    List<Device> read(Format format) throws IOException, CaptureRefusedException {
        requirePlainFile();
        byte[] start = start();
        if (looksLikeXml(start)) {
            return oa3();
        }
        if (startsWith(start, "MSCF")) {
            throw new CaptureRefusedException(
                    "it is a cabinet; unpack it with expand FILE -F:* FOLDER and give the CSV");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = upToLargest(in);
            return startsWith(start, "PK") ? report(content, format) : text(content, format);
        }
    }

    private void requirePlainFile() throws IOException, CaptureRefusedException {
        BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
        if (is.isDirectory()) {
            throw new CaptureRefusedException("it is a folder; name files in it");
        }
        if (!is.isRegularFile()) {
            throw new CaptureRefusedException("it is no plain file");
        }
        if (is.size() == 0) {
            throw new CaptureRefusedException("it is empty");
        }
        if (is.size() > LARGEST) {
            throw tooLarge(is.size() + " bytes");
        }
    }

    private static CaptureRefusedException tooLarge(String size) {
        return new CaptureRefusedException("it has " + size + ", more than " + LARGEST + "; split it");
    }

    private byte[] start() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64);
        }
    }

    private static boolean startsWith(byte[] start, String mark) {
        for (int i = 0; i < mark.length(); i++) {
            if (i >= start.length || start[i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first byte that is no byte order mark, blank or half of a UTF-16 character. */
    private static boolean looksLikeXml(byte[] start) {
        for (byte b : start) {
            if (b > ' ') {
                return b == '<';
            }
        }
        return false;
    }

    private List<Device> oa3() throws IOException, CaptureRefusedException {
        Oa3Report report = Oa3Report.read(file);
        if (report instanceof Oa3Report.Found found) {
            return List.of(hash(found.hardwareHash(), "oa3"));
        }
        throw new CaptureRefusedException(((Oa3Report.Refused) report).why());
    }

    private Device hash(String text, String source) {
        return new Device(
                file.toString(),
                DeviceRecord.EMPTY.with(Field.HARDWARE_HASH, text).with(Field.SOURCE, source));
    }

    private static byte[] upToLargest(InputStream in) throws IOException, CaptureRefusedException {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw tooLarge("too many bytes");
        }
        return content;
    }

    /** An MDM diagnostics report: the CSV with the hash is one of its files. */
    private List<Device> report(byte[] content, Format format) throws IOException, CaptureRefusedException {
        // Windows stores names in the code page of the PC; in this one each byte is a character.
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("devicehash") && name.endsWith(".csv")) {
                    return text(upToLargest(zip), format);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new CaptureRefusedException("it is a zip with a name that is not UTF-8, as it says");
        }
        throw new CaptureRefusedException("it is a zip without DeviceHash*.csv; make it by MdmDiagnosticsTool.exe"
                + " -area Autopilot -zip FILE");
    }

    private List<Device> text(byte[] content, Format format) throws CaptureRefusedException {
        TextEncoding encoding = TextEncoding.of(content, ansi);
        try {
            String text = DeviceText.decoded(content, encoding);
            if (isBase64(text)) {
                return List.of(hash(text.strip(), "hash"));
            }
            return devices(DeviceText.table(text, encoding, Optional.of(format)));
        } catch (NotADeviceFileException e) {
            throw new CaptureRefusedException(
                    e.getMessage() + "; give OA3.xml, JSON, CSV, an MDM diagnostics report or a hash");
        }
    }

    private List<Device> devices(DeviceTable table) {
        String source = table.format() == Format.JSON ? "json" : "csv";
        List<Device> devices = new ArrayList<>();
        for (TableRow row : table.rows()) {
            DeviceRecord record = row.device().filledFrom(DeviceRecord.EMPTY.with(Field.SOURCE, source));
            devices.add(new Device(file + ":" + row.number(), record));
        }
        return devices;
    }

    private static boolean isBase64(String text) {
        String lines = text.strip();
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            boolean base64 = c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
            if (!base64 && c != '\r' && c != '\n') {
                return false;
            }
        }
        return lines.length() >= SHORTEST_HASH;
    }
}

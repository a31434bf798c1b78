// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hwhash.device.table.CsvRows;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.RowReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An MDM diagnostics report, a zip: the CSV with the hash is one of its files.
 *
 * @see <a href="https://learn.microsoft.com/windows/client-management/mdm-collect-logs">Collect MDM logs</a>
 */
final class MdmReport {

    /** Far above the CSV of a report; what is larger was made to fill the memory. */
    private static final int LARGEST_CSV = 64 << 20;

    private MdmReport() {}

    /** Reads the rows of its CSV; closes the report. */
    static RowReader read(InputStream report, Charset ansi)
            throws IOException, InputRefusedException, NotADeviceFileException {
        // Windows stores names in the code page of the PC; in this one each byte is a character.
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(report), ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("devicehash") && name.endsWith(".csv")) {
                    return CsvRows.read(new ByteArrayInputStream(upToLargest(zip)), ansi);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new InputRefusedException("it is a zip with a name that is not UTF-8, as it says");
        }
        throw new InputRefusedException("it is a zip without DeviceHash*.csv; make it by MdmDiagnosticsTool.exe"
                + " -area Autopilot -zip FILE");
    }

    private static byte[] upToLargest(InputStream in) throws IOException, InputRefusedException {
        byte[] content = in.readNBytes(LARGEST_CSV + 1);
        if (content.length > LARGEST_CSV) {
            throw new InputRefusedException(
                    "the CSV in it has more than " + LARGEST_CSV + " bytes; unpack it and give the CSV");
        }
        return content;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what {@code dev/bench-upload} needs: certificates, a capture, and the report that is made of it. */
public final class UploadBenchFiles {

    private UploadBenchFiles() {}

    /**
     * Writes the files.
     *
     * @param args a folder
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Certificates certificates = new Certificates(folder);
        certificates.authorityFile();
        certificates.serviceOptions();
        String hash = Fleet.hash(1);
        Files.writeString(folder.resolve("OA3.xml"), "<Key><HardwareHash>" + hash + "</HardwareHash></Key>");
        Files.writeString(
                folder.resolve("body.json"),
                "{\"schemaVersion\":1,\"agentVersion\":\"bench\",\"collectedAt\":\"2026-01-15T10:00:00Z\","
                        + "\"source\":\"oa3\",\"device\":{\"serialNumber\":\"" + Fleet.serial(1)
                        + "\",\"hardwareHash\":\"" + hash
                        + "\",\"manufacturer\":\"Contoso\",\"model\":\"Book 3\"}}");
    }
}

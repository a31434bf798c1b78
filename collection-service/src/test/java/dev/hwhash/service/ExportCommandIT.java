// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.EmbeddedOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} beside a running service and without one. */
class ExportCommandIT {

    @TempDir
    private Path folder;

    @Test
    void theFileIsThatOfTheServiceAndNeverMadeWorse() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("devices.csv");
        byte[] served;
        try (ServiceProcess service = ServiceProcess.start(data)) {
            service.put(UUID.randomUUID(), Bodies.report("SN-1"));
            served = service.get("/v1/export", "Authorization", "Bearer " + service.token("export"))
                    .response()
                    .body();
            ServiceProcess.Ended beside = export(data, file);

            assertThat(beside.code()).as(beside.err()).isZero();
            assertThat(beside.out().strip()).isEqualTo(file.toString());
            assertThat(Files.readAllBytes(file)).isEqualTo(served);

            service.put(
                    UUID.randomUUID(), Bodies.with(Map.of("serialNumber", "SN-2", "manufacturer", "A", "model", "B")));
            assertThat(service.stop()).isZero();
        }
        ServiceProcess.Ended there = export(data, file);
        assertThat(there.code()).isEqualTo(20);
        assertThat(Files.readAllBytes(file)).isEqualTo(served);

        ServiceProcess.Ended leftOut = export(data, file, "--overwrite");
        assertThat(leftOut.code()).isEqualTo(21);
        assertThat(leftOut.err()).contains("left-out: 1 of 2 devices");
        assertThat(Files.readAllBytes(file)).isEqualTo(served);
        assertThat(export(data, file, "--format", "excel").code()).isEqualTo(10);
    }

    @Test
    @EmbeddedOnly("a folder without a database")
    void whereThereIsNoDatabaseNothingIsMade() {
        assertThat(export(folder, folder.resolve("devices.csv")).code()).isEqualTo(10);
        assertThat(folder).isEmptyDirectory();
    }

    private static ServiceProcess.Ended export(Path data, Path file, String... options) {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"export", "--data", data.toString(), "-o", file.toString()}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return ServiceProcess.run(all);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.device.file.Content;
import dev.hwhash.device.file.DeviceFile;
import dev.hwhash.device.file.DeviceFileException;
import dev.hwhash.service.export.Export;
import dev.hwhash.service.export.ExportRequest;
import dev.hwhash.service.export.Tally;
import dev.hwhash.service.store.ReadOnlyDatabase;
import dev.hwhash.service.store.SqlSnapshots;
import dev.hwhash.service.store.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: all devices as a file, beside a running service or without one. */
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true, description = "Writes devices to a file.")
final class ExportCommand implements Command {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Mixin
    private final DatabaseOptions where = new DatabaseOptions();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "autopilot (default), partner-center, managed-desktop, corporate-identifiers or json")
    private String format = "autopilot";

    @Option(names = "--encoding", paramLabel = "E", description = "ascii (default), ansi, utf-8, utf-8-bom or utf-16le")
    private String encoding = "ascii";

    @Option(
            names = "--state",
            paramLabel = "S",
            description = "pending, approved, rejected or all (default: all but the rejected)")
    private @Nullable String state;

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "where to")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--overwrite", description = "replace a file that is there")
    private boolean overwrite;

    @Override
    public void run(PrintStream out) throws FailedException {
        Optional<ExportRequest> request =
                ExportRequest.of(Optional.of(format), Optional.of(encoding), Optional.ofNullable(state));
        if (request.isEmpty()) {
            throw new FailedException(
                    ExitCode.USAGE,
                    "command-line",
                    "there is no format " + format + " with the encoding " + encoding + namedState()
                            + "; --help names them");
        }
        Log.toStderr();
        try (ReadOnlyDatabase reading = ReadOnlyDatabase.open(where.existing())) {
            Tally tally = write(new Export(new SqlSnapshots(reading)), request.get());
            out.println(file);
            requireWhole(tally);
        } catch (StoreException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "database", e.words());
        }
    }

    private String namedState() {
        return state == null ? "" : " and the state " + state;
    }

    private Tally write(Export export, ExportRequest request) throws FailedException {
        Devices devices = new Devices(export, request);
        try {
            new DeviceFile(file, false).create(devices, overwrite, PATIENCE);
            return devices.tally;
        } catch (DeviceFileException e) {
            throw new FailedException(ExitCode.NOT_WRITTEN, "not-written", String.valueOf(e.getMessage()));
        }
    }

    /** The file's content. Tells a disk that takes no more from a database that cannot be read. */
    private static final class Devices implements Content<FailedException> {

        private final Export export;
        private final ExportRequest request;
        private Tally tally = new Tally(0, 0);
        private boolean diskFailed;

        Devices(Export export, ExportRequest request) {
            this.export = export;
            this.request = request;
        }

        @Override
        public void writeTo(Sink disk) throws IOException, FailedException {
            try {
                tally = export.file(request, piece -> write(disk, piece.toByteArray()));
            } catch (IOException e) {
                if (diskFailed) {
                    throw e;
                }
                throw new FailedException(ExitCode.NOT_WRITTEN, "database", String.valueOf(e.getMessage()));
            }
        }

        private void write(Sink disk, byte[] piece) throws IOException {
            try {
                disk.write(piece);
            } catch (IOException e) {
                diskFailed = true;
                throw e;
            }
        }
    }

    private void requireWhole(Tally tally) throws FailedException {
        if (tally.leftOut() > 0) {
            throw new FailedException(
                    ExitCode.INPUT_ERRORS,
                    "left-out",
                    tally.leftOut() + " of " + (tally.rows() + tally.leftOut()) + " devices are not in " + file
                            + ": the format " + format + " needs more than is known of them, or cannot hold a value;"
                            + " the service names them at /v1/export/left-out?format=" + format
                            + (state == null ? "" : "&state=" + state));
        }
    }
}

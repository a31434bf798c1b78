// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.check;

import dev.hwhash.agent.Session;
import dev.hwhash.agent.bulk.InputFiles.InputPath;
import dev.hwhash.agent.bulk.Progress;
import dev.hwhash.agent.bulk.RowWork;
import dev.hwhash.agent.input.InputFile;
import dev.hwhash.agent.input.InputRefusedException;
import dev.hwhash.agent.input.InputRows;
import dev.hwhash.device.check.FileCheck;
import dev.hwhash.device.check.Importer;
import dev.hwhash.device.check.RowCheck;
import dev.hwhash.device.check.SeenDevices;
import dev.hwhash.device.check.Verdict;
import java.util.Optional;

/** The check of one file. Used once. */
final class FileRun {

    private final InputPath file;
    private final CheckRequest request;
    private final Session session;
    private final SeenDevices devices;
    private final Report report;

    FileRun(InputPath file, CheckRequest request, Session session, SeenDevices devices, Report report) {
        this.file = file;
        this.request = request;
        this.session = session;
        this.devices = devices;
        this.report = report;
    }

    /** Returns the verdict; empty for a file of a folder that turns out to hold no devices. */
    Optional<Verdict> check() {
        try (InputRows rows = open();
                Progress progress = progress("checking")) {
            Importer importer = importer(rows);
            RowCheck check = new RowCheck(importer);
            FileCheck found = found(importer, false);
            try (RowWork<Batch> work = new RowWork<>(rows, batch -> Batch.checked(batch, check))) {
                for (Optional<Batch> batch = work.next(); batch.isPresent(); batch = work.next()) {
                    found.add(batch.get().rows(), rows.layout(), batch.get().places());
                    progress.step(rows.bytesRead(), batch.get().rows().size());
                }
                return Optional.of(found.end(rows.layout(), rows.bytesRead()));
            } catch (InputRefusedException e) {
                return Optional.of(found.breakOff(e.getMessage()));
            }
        } catch (InputRefusedException e) {
            return refused(e);
        }
    }

    InputRows open() throws InputRefusedException {
        boolean identifiers = request.importer().equals(Optional.of(Importer.CORPORATE_IDENTIFIERS));
        return new InputFile(file.path(), request.ansi(), identifiers).open();
    }

    Progress progress(String doing) {
        return new Progress(doing, file.path().toFile().length(), session.messages());
    }

    Importer importer(InputRows rows) {
        return request.importer().orElse(Importer.of(rows.layout().format()));
    }

    FileCheck found(Importer importer, boolean copied) {
        return new FileCheck(
                file.path().toString(), importer, devices, copied, finding -> report.add(file.path(), finding));
    }

    private Optional<Verdict> refused(InputRefusedException e) {
        if (!file.named()) {
            return Optional.empty();
        }
        Importer importer = request.importer().orElse(Importer.INTUNE);
        return Optional.of(found(importer, false).breakOff(e.getMessage()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.selection;

import dev.hwhash.device.Format;
import dev.hwhash.service.export.Export;
import dev.hwhash.service.export.ExportRequest;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.PageException;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of devices as somebody asks for it on the page.
 *
 * @param request what it holds
 * @param rows how many rows a part of a ZIP has; empty: one file with all
 */
record SelectionFile(ExportRequest request, Optional<Integer> rows) {

    private static final Logger LOG = LoggerFactory.getLogger(SelectionFile.class);

    /** Whoever selected a device means it, whatever its state. */
    private static final Optional<String> ALL = Optional.of("all");

    private static final int SHORT = 40;
    private static final long MOST_ROWS = 1_000_000;

    /** Tells the server to break the connection off. */
    private static final int ABORT = -1;

    static SelectionFile of(Form query) {
        ExportRequest request = ExportRequest.of(query.one("format", SHORT), query.one("encoding", SHORT), ALL)
                .orElseThrow(SelectionFile::malformed);
        Optional<Long> rows = query.number("rows");
        if (rows.isPresent() && rows.get() > MOST_ROWS) {
            throw malformed();
        }
        return new SelectionFile(request, rows.map(Long::intValue));
    }

    private static PageException malformed() {
        return new PageException(400, "selection.file.malformed");
    }

    /** Sends it. A file that does not come to its end is broken off so that the browser sees it. */
    void send(Context context, Export export) throws IOException {
        HttpServletResponse response = context.res();
        context.contentType(type())
                .header("Content-Disposition", "attachment; filename=\"" + name() + "\"")
                .header("Cache-Control", "no-store");
        try {
            OutputStream out = response.getOutputStream();
            if (rows.isPresent()) {
                export.parts(request, rows.get(), out);
            } else {
                export.file(request, piece -> piece.writeTo(out));
            }
            out.close();
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("event", "export-broken-off")
                    .addKeyValue("why", String.valueOf(e.getMessage()))
                    .log("an export did not come to its end");
            if (!response.isCommitted()) {
                throw new PageException(500, "error.500.words");
            }
            response.sendError(ABORT);
        }
    }

    private String name() {
        return rows.isPresent() ? request.zipName() : request.fileName();
    }

    private String type() {
        if (rows.isPresent()) {
            return "application/zip";
        }
        String type = request.format() == Format.JSON ? "application/x-ndjson" : "text/csv";
        return type + "; charset=" + request.encoding().charset().name();
    }
}

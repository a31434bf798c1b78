// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.selection;

import dev.hwhash.service.export.Export;
import dev.hwhash.service.export.ExportRequest;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.web.StreamedAnswer;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A file of devices as somebody asks for it on the page.
 *
 * @param request what it holds
 * @param rows how many rows a part of a ZIP has; empty: one file with all
 */
record SelectionFile(ExportRequest request, Optional<Integer> rows) {

    /** Whoever selected a device means it, whatever its state. */
    private static final Optional<String> ALL = Optional.of("all");

    private static final int SHORT = 40;
    private static final long MOST_ROWS = 1_000_000;

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
            StreamedAnswer.breakOff(response, e, new PageException(500, "error.500.words"));
        }
    }

    private String name() {
        return rows.isPresent() ? request.zipName() : request.fileName();
    }

    private String type() {
        return rows.isPresent() ? "application/zip" : request.contentType();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.export.Export;
import dev.hwhash.service.export.Tally;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer of any length in pieces, with what it holds in the trailer. One that does not come to its end is broken off
 * so that the client sees it: the last chunk never comes.
 */
public final class StreamedAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);

    private static final String ROWS = "Hwhash-Rows";
    private static final String LEFT_OUT = "Hwhash-Left-Out";

    /** Tells the server to break the connection off. */
    private static final int ABORT = -1;

    private final Context context;
    private final String type;
    private final String fileName;

    /** Writes the answer. */
    interface Writing {
        Tally to(Export.Sink sink) throws IOException;
    }

    StreamedAnswer(Context context, String type, String fileName) {
        this.context = context;
        this.type = type;
        this.fileName = fileName;
    }

    void write(Writing writing) throws IOException {
        if (context.protocol().equals("HTTP/1.0")) {
            throw Parameters.malformed(
                    "HTTP/1.0 cannot tell a whole file from a part of one; send the request by HTTP/1.1");
        }
        HttpServletResponse response = context.res();
        AtomicReference<Map<String, String>> trailer = new AtomicReference<>(Map.of());
        context.contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
                .header("Cache-Control", "no-store")
                .header("Trailer", ROWS + ", " + LEFT_OUT);
        response.setTrailerFields(trailer::get);
        try {
            OutputStream out = response.getOutputStream();
            Tally tally = writing.to(piece -> piece.writeTo(out));
            trailer.set(Map.of(ROWS, Long.toString(tally.rows()), LEFT_OUT, Long.toString(tally.leftOut())));
            out.close();
            LOG.atInfo()
                    .addKeyValue("event", "exported")
                    .addKeyValue("rows", tally.rows())
                    .addKeyValue("leftOut", tally.leftOut())
                    .log("devices were exported");
        } catch (IOException e) {
            breakOff(
                    response,
                    e,
                    new ProblemException(ProblemCode.DEFECT, "the devices cannot be read; see the service's log"));
        }
    }

    /**
     * Ends an answer that does not come to its end.
     *
     * @param response the answer
     * @param e why
     * @param unsent thrown where nothing of it was sent yet
     * @throws IOException if the connection is gone
     */
    public static void breakOff(HttpServletResponse response, IOException e, RuntimeException unsent)
            throws IOException {
        LOG.atWarn()
                .addKeyValue("event", "export-broken-off")
                .addKeyValue("why", String.valueOf(e.getMessage()))
                .log("an export did not come to its end");
        if (!response.isCommitted()) {
            throw unsent;
        }
        response.sendError(ABORT);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.audit.AuditAction;
import dev.hwhash.service.audit.AuditLog;
import dev.hwhash.service.export.Export;
import dev.hwhash.service.export.ExportRequest;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** {@code /v1/export}: devices as one file, and the devices that it leaves out. */
public final class ExportRoutes implements Routes {

    /** Each takes a thread of the server for as long as its client reads. */
    private static final int AT_ONCE = 4;

    private final Tokens tokens;
    private final Export export;
    private final AuditLog audit;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * Makes the routes.
     *
     * @param tokens who may export
     * @param export writes the files
     * @param audit is told of each file before its first byte, since a part of it is known too
     */
    public ExportRoutes(Tokens tokens, Export export, AuditLog audit) {
        this.tokens = tokens;
        this.export = export;
        this.audit = audit;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/v1/export", this::file);
        routes.get("/v1/export/left-out", this::leftOut);
    }

    private void file(Context context) throws IOException {
        Token token = tokens.require(context, TokenKind.EXPORT);
        ExportRequest request = request(context);
        StreamedAnswer answer = new StreamedAnswer(context, request.contentType(), request.fileName());
        stream(answer, sink -> {
            audit.write(Tokens.actor(context, token), AuditAction.DEVICES_EXPORTED, words(request));
            return export.file(request, sink);
        });
    }

    private void leftOut(Context context) throws IOException {
        tokens.require(context, TokenKind.EXPORT);
        ExportRequest request = request(context);
        stream(
                new StreamedAnswer(context, "application/x-ndjson", "left-out.jsonl"),
                sink -> export.leftOut(request, sink));
    }

    private static String words(ExportRequest request) {
        return request.states().stream().map(DeviceState::toString).sorted().collect(Collectors.joining(" or "))
                + " devices, " + request.format();
    }

    private static ExportRequest request(Context context) {
        Optional<ExportRequest> request = ExportRequest.of(
                Parameters.one(context, "format"),
                Parameters.one(context, "encoding"),
                Parameters.one(context, "state"));
        if (request.isEmpty()) {
            throw Parameters.malformed("format, encoding or state is none that the service knows; see /openapi.yaml");
        }
        return request.get();
    }

    private void stream(StreamedAnswer answer, StreamedAnswer.Writing writing) throws IOException {
        if (!free.tryAcquire()) {
            throw new ProblemException(
                    ProblemCode.BUSY, AT_ONCE + " exports run already; try again when one of them has ended");
        }
        try {
            answer.write(writing);
        } finally {
            free.release();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.Judges;
import dev.hwhash.service.intake.Refusal;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.UUID;
import java.util.concurrent.Executor;

/** {@code PUT /v1/reports/{id}}: takes a report. No thread waits, neither for the body nor for the disk. */
public final class ReportRoutes implements Routes {

    private static final String PATH = "/v1/reports/{id}";
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Tokens tokens;
    private final Judges judges;
    private final ReportObserver observer;
    private final Executor executor;

    /**
     * Makes the routes.
     *
     * @param tokens says who may hand in reports
     * @param judges where reports go
     * @param observer is told of each answer
     * @param executor writes the answers; not the thread that stores the reports
     */
    public ReportRoutes(Tokens tokens, Judges judges, ReportObserver observer, Executor executor) {
        this.tokens = tokens;
        this.judges = judges;
        this.observer = observer;
        this.executor = executor;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.put(PATH, this::put);
        // Whatever it was that answered: the token may have been refused, or the database away.
        routes.after(PATH, this::observe);
    }

    private void put(Context context) {
        Token token = tokens.require(context, TokenKind.ENROLMENT);
        UUID id = Paths.uuid(context.pathParam("id"));
        BodyEncoding encoding = BodyEncoding.of(context);
        String client = Clients.of(context).getHostAddress();
        context.future(() -> RequestBody.read(context.req())
                .thenCompose(wire -> judges.submit(id, () -> encoding.inflated(wire), token.id(), client))
                .thenAcceptAsync(answer -> write(context, answer), executor));
    }

    private void observe(Context context) {
        if (context.method().equals(HandlerType.PUT)) {
            ProblemAnswers.code(context)
                    .ifPresentOrElse(observer::refused, () -> observer.acknowledged(context.statusCode() == CREATED));
        }
    }

    private static void write(Context context, Answer answer) {
        if (answer instanceof Answer.Receipt receipt) {
            context.status(receipt.isNew() ? CREATED : OK)
                    .contentType(Json.MEDIA_TYPE)
                    .result(Json.receipt(receipt));
        } else if (answer instanceof Answer.Refused refused) {
            ProblemAnswers.write(context, problem(refused.refusal()));
        }
    }

    private static Problem problem(Refusal refusal) {
        ProblemCode code = switch (refusal.kind()) {
            case MALFORMED -> ProblemCode.MALFORMED;
            case HASH_DAMAGED -> ProblemCode.HASH_DAMAGED;
            case RULES_BROKEN -> ProblemCode.RULES_BROKEN;
            case CONTENT_DIFFERS -> ProblemCode.CONTENT_DIFFERS;
            case TOKEN_REFUSED -> ProblemCode.TOKEN_REFUSED;
            case TOKEN_USED_UP -> ProblemCode.TOKEN_USED_UP;
            case BUSY -> ProblemCode.BUSY;
            case STORAGE_FULL -> ProblemCode.STORAGE_FULL;
            case STOPPING -> ProblemCode.STOPPING;
            case DEFECT -> ProblemCode.DEFECT;
        };
        String detail = code == ProblemCode.TOKEN_REFUSED ? Tokens.REFUSED : refusal.detail();
        return new Problem(code, detail, refusal.rules());
    }
}

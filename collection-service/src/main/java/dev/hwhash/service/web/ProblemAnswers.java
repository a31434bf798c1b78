// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns all that goes wrong with a request into problem documents. */
final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final String RETRY_SECONDS = "5";
    private static final String CODE = "hwhash.problem";

    private static final Set<ProblemCode> UNLOGGED = Set.of(
            ProblemCode.NOT_FOUND,
            ProblemCode.METHOD_NOT_ALLOWED,
            ProblemCode.NOT_FROM_PROXY,
            ProblemCode.TOO_MANY_FAILURES,
            ProblemCode.HEADERS_TOO_LARGE);

    private final ProblemPages pages;
    private final KnownTroubles troubles;

    ProblemAnswers(ProblemPages pages, KnownTroubles troubles) {
        this.pages = pages;
        this.troubles = troubles;
    }

    void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, context) -> tell(context, e.problem()));
        routes.exception(HttpResponseException.class, (e, context) -> tell(context, of(e)));
        routes.exception(MethodNotAllowedResponse.class, this::writeAllowed);
        routes.exception(
                TimeoutException.class, (e, context) -> tell(context, ofStatus(ProblemCode.TOO_SLOW.status())));
        routes.exception(CompletionException.class, (e, context) -> tell(context, ofCause(e)));
        routes.exception(Exception.class, (e, context) -> tell(context, of(e)));
    }

    /** Answers a program. */
    static void write(Context context, Problem problem) {
        begin(context, problem.code());
        context.contentType(Problem.MEDIA_TYPE).result(problem.json());
    }

    private void tell(Context context, Problem problem) {
        if (isForPerson(context)) {
            begin(context, problem.code());
            pages.write(context, problem);
        } else {
            write(context, problem);
        }
    }

    /** A program that has the wrong path must learn that from a service of ours, and not take it for a portal. */
    private static boolean isForPerson(Context context) {
        String accept = context.header("Accept");
        boolean takesPages = accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
        return !ApiPaths.contains(context.path()) && (takesPages || context.header("HX-Request") != null);
    }

    /** Returns why a request was refused; empty where it was not. */
    static Optional<ProblemCode> code(Context context) {
        return Optional.ofNullable(context.attribute(CODE));
    }

    private static void begin(Context context, ProblemCode code) {
        log(context, code);
        context.attribute(CODE, code);
        if (code == ProblemCode.TOKEN_REFUSED) {
            context.header("WWW-Authenticate", "Bearer realm=\"hwhash\"");
        }
        if (code.retryable()) {
            context.header("Retry-After", RETRY_SECONDS);
        }
        context.status(code.status());
    }

    /** Not what anybody can cause without a token as often as he likes: that would fill the disk. */
    private static void log(Context context, ProblemCode code) {
        if (UNLOGGED.contains(code)) {
            return;
        }
        LOG.atInfo()
                .addKeyValue("event", "refused")
                .addKeyValue("code", code.toString())
                .addKeyValue("client", Clients.of(context).getHostAddress())
                .log("a request was refused");
    }

    /** RFC 9110, 15.5.6: the answer names the methods that the path takes. */
    private void writeAllowed(MethodNotAllowedResponse e, Context context) {
        context.header("Allow", e.getDetails().getOrDefault("availableMethods", ""));
        tell(context, of(e));
    }

    /** Returns the problem of a status that the server itself gives. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemCode.NOT_FOUND, "the service has no such path; see /openapi.yaml");
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "the path takes other methods; see /openapi.yaml");
            case 408 -> Problem.of(ProblemCode.TOO_SLOW, "the request did not arrive in time; send it again");
            case 413 -> BodyEncoding.tooLarge().problem();
            case 431, 414 ->
                Problem.of(ProblemCode.HEADERS_TOO_LARGE, "the head of the request is larger than 8 KB; shorten it");
            case 503 -> Problem.of(ProblemCode.STOPPING, "the service takes no requests now; try again later");
            default ->
                status < 500
                        ? Problem.of(ProblemCode.MALFORMED, "the request is not HTTP as the service knows it")
                        : Problem.of(ProblemCode.DEFECT, "the request could not be dealt with; see the service's log");
        };
    }

    private static Problem of(HttpResponseException e) {
        return ofStatus(e.getStatus());
    }

    private Problem ofCause(CompletionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ProblemException problem) {
            return problem.problem();
        }
        return cause instanceof Exception exception ? of(exception) : of(e);
    }

    private Problem of(Exception e) {
        if (e instanceof HttpException bad) {
            return ofStatus(bad.getCode());
        }
        if (e instanceof EOFException || e instanceof IOException) {
            return ofStatus(400);
        }
        Optional<Problem> known = troubles.problem(e);
        if (known.isPresent()) {
            return known.get();
        }
        LOG.atError().setCause(e).addKeyValue("event", "defect").log("a request failed by a defect of the service");
        return ofStatus(500);
    }
}

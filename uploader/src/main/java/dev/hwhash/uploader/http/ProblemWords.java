// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import dev.hwhash.uploader.report.ServiceUrl;

/** The codes of the collection service, explained to a technician: what it found, and what to do. Pure. */
final class ProblemWords {

    private ProblemWords() {}

    static String of(Problem problem, ServiceUrl service) {
        return "the service answered " + problem.status() + " " + problem.code() + ": " + meaning(problem, service);
    }

    private static String meaning(Problem problem, ServiceUrl service) {
        return switch (problem.code()) {
            case "malformed" ->
                "it cannot read the report; use an agent and a service of versions that belong together";
            case "token-refused" -> "it does not know the token, or it has expired or been revoked; take a new one";
            case "token-wrong-kind" -> "the token is not one for enrolment; take one that is";
            case "token-used-up" -> "as many devices as the token was made for were reported with it; take a new one";
            case "not-found" -> "it takes no reports there; check the url " + service;
            case "too-large" -> "the report is larger than it takes; check the hash with hwhash decode";
            case "unsupported-encoding", "unsupported-media-type" ->
                "it does not take reports in this form; look for a gateway that changes requests before it";
            case "content-differs" ->
                "it has another report of this id, or by another token; collect the device again for a new one";
            case "hash-damaged" -> "the hardware hash is damaged; check it with hwhash decode, then collect again";
            case "rules-broken" -> "the device breaks rules of the import" + rules(problem) + "; see hwhash check";
            case "too-many-failures" -> "it has refused this address for a while; check the token, then wait";
            case "busy" -> "it is busy; it takes the report later";
            case "storage-full" -> "its storage is full; tell who runs it";
            case "stopping" -> "it is being stopped; it takes the report once it runs again";
            default -> problem.detail().isEmpty() ? "it says no more; tell who runs it" : problem.detail();
        };
    }

    private static String rules(Problem problem) {
        return problem.rules().isEmpty() ? "" : " (" + String.join(", ", problem.rules()) + ")";
    }
}

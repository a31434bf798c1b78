// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.StoreTrouble;
import dev.hwhash.service.web.KnownTroubles;
import dev.hwhash.service.web.Problem;
import dev.hwhash.service.web.ProblemCode;
import java.util.Optional;

/** What is said of a database that takes no write now. Thread-safe. */
final class StoreProblems implements KnownTroubles {

    @Override
    public Optional<Problem> problem(Throwable failure) {
        return StoreTrouble.of(failure).map(StoreProblems::problem);
    }

    private static Problem problem(StoreTrouble trouble) {
        return switch (trouble) {
            case BUSY -> Problem.of(ProblemCode.BUSY, "others write to the database; try again in some seconds");
            case READ_ONLY ->
                Problem.of(ProblemCode.BUSY, "the database can only be read now; tell who runs the service");
            case UNREACHABLE ->
                Problem.of(ProblemCode.BUSY, "the database cannot be reached now; try again in some seconds");
            case DISK ->
                Problem.of(
                        ProblemCode.STORAGE_FULL, "the disk of the service takes no write; tell who runs the service");
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import dev.hwhash.service.intake.Answer;
import dev.hwhash.service.intake.RefusalKind;

/** What is said to those whose reports were not stored. */
final class Refusals {

    private Refusals() {}

    static Answer of(StoreTrouble trouble) {
        return switch (trouble) {
            case DISK ->
                Answer.Refused.of(
                        RefusalKind.STORAGE_FULL, "the service's disk takes no more; send the report again later");
            case BUSY ->
                Answer.Refused.of(RefusalKind.BUSY, "another program holds the database; send the report again later");
            case READ_ONLY ->
                Answer.Refused.of(RefusalKind.BUSY, "the database can only be read now; send the report again later");
            case UNREACHABLE ->
                Answer.Refused.of(RefusalKind.BUSY, "the database cannot be reached; send the report again later");
        };
    }

    static Answer defect() {
        return Answer.Refused.of(RefusalKind.DEFECT, "the report could not be stored; see the service's log");
    }
}

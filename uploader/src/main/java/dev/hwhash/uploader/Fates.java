// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.registration.retry.Setback;
import dev.hwhash.uploader.http.Outcome;
import dev.hwhash.uploader.outbox.Rejection;
import dev.hwhash.uploader.outbox.StoredReport;
import java.util.List;

/** What an outcome makes of a report. Pure. */
final class Fates {

    private Fates() {}

    static Fate of(StoredReport stored, Outcome outcome) {
        if (outcome instanceof Outcome.Received received) {
            return new Fate.Delivered(
                    stored.report().id(), stored.report().serialNumber(), stored.target(), received.receivedAt());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Fate.Refused(
                    stored.report().id(),
                    stored.report().serialNumber(),
                    stored.target(),
                    refused.code(),
                    refused.words(),
                    refused.rules());
        }
        if (outcome instanceof Outcome.CredentialsRefused refused) {
            return new Fate.CredentialsRefused(
                    stored.report().id(),
                    stored.report().serialNumber(),
                    stored.target(),
                    refused.code(),
                    refused.words());
        }
        Outcome.Unsettled unsettled = (Outcome.Unsettled) outcome;
        return kept(stored, why(unsettled.cause()), unsettled.words());
    }

    /** The time was up before the report was tried. */
    static Fate untried(StoredReport stored) {
        return kept(
                stored,
                Fate.Why.TIME_IS_UP,
                "the time for this run was up before it was tried; it is kept, upload again");
    }

    /** The time was up before the report was tried again: what stood in the way last is why it is kept. */
    static Fate cutShort(StoredReport stored, Outcome last) {
        return last instanceof Outcome.Unsettled unsettled
                ? kept(
                        stored,
                        why(unsettled.cause()),
                        "the time for this run is up (last: " + unsettled.words() + "); it is kept, upload again")
                : of(stored, last);
    }

    static Fate.Kept kept(StoredReport stored, Fate.Why why, String words) {
        return new Fate.Kept(stored.report().id(), stored.report().serialNumber(), stored.target(), why, words);
    }

    static Fate.Refused tooOld(StoredReport stored) {
        return new Fate.Refused(
                stored.report().id(),
                stored.report().serialNumber(),
                stored.target(),
                "too-old",
                "it has waited longer than a report may, since " + stored.since() + "; collect the device again",
                List.of());
    }

    static Rejection rejection(Fate.Refused refused) {
        String rules = refused.ruleIds().isEmpty() ? "" : " (rules: " + String.join(", ", refused.ruleIds()) + ")";
        return new Rejection(refused.code(), refused.words() + rules);
    }

    static Setback setback(Outcome outcome) {
        if (!(outcome instanceof Outcome.Unsettled unsettled)) {
            return Setback.FINAL;
        }
        return switch (unsettled.cause()) {
            case UNREACHABLE, BROKEN_OFF, INTERCEPTED, SERVICE_BUSY -> Setback.PASSING;
            case CERTIFICATE, PROXY_CREDENTIALS, WRONG_ADDRESS -> Setback.LASTING;
        };
    }

    private static Fate.Why why(Outcome.Cause cause) {
        return switch (cause) {
            case UNREACHABLE, BROKEN_OFF -> Fate.Why.UNREACHABLE;
            case CERTIFICATE -> Fate.Why.CERTIFICATE;
            case PROXY_CREDENTIALS -> Fate.Why.PROXY_CREDENTIALS;
            case INTERCEPTED -> Fate.Why.INTERCEPTED;
            case WRONG_ADDRESS -> Fate.Why.WRONG_ADDRESS;
            case SERVICE_BUSY -> Fate.Why.SERVICE_BUSY;
        };
    }
}

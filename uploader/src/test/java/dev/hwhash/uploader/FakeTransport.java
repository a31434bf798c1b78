// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import dev.hwhash.uploader.http.Outcome;
import dev.hwhash.uploader.http.Transport;
import dev.hwhash.uploader.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers as a test says, and keeps what was sent. */
final class FakeTransport implements Transport {

    private final List<Report> sent = new ArrayList<>();
    private final Function<Attempt, Outcome> answer;

    FakeTransport(Function<Attempt, Outcome> answer) {
        this.answer = answer;
    }

    List<Report> sent() {
        return sent;
    }

    @Override
    public Outcome send(Attempt attempt) {
        sent.add(attempt.report());
        return answer.apply(attempt);
    }

    @Override
    public void close() {}
}

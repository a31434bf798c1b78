// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Site;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Partner Center that says what it was told to say: for answers that the original should not give. */
final class Script implements Site {

    private final Map<String, Deque<Reply>> answers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    /** The answers to a request, in turn; the last one again and again. */
    Script on(String method, String ending, Reply... replies) {
        answers.put(method + " " + ending, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    static Reply json(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.replace('\'', '"'));
    }

    static Reply accepted(String location) {
        return new Reply(202, Map.of("Location", location), "");
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> calls(String method, String ending) {
        return calls().stream()
                .filter(call -> call.method().equals(method) && call.path().endsWith(ending))
                .toList();
    }

    @Override
    public synchronized Reply answer(Call call) {
        calls.add(call);
        for (Map.Entry<String, Deque<Reply>> script : answers.entrySet()) {
            String[] of = script.getKey().split(" ", 2);
            if (call.method().equals(of[0]) && call.path().endsWith(of[1])) {
                Deque<Reply> replies = script.getValue();
                return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
            }
        }
        return json(404, "{'code':'1000','description':'not found'}");
    }

    @Override
    public Reply failure(Call call, int status) {
        return json(status, "{'code':'" + status + "','description':'scripted'}");
    }
}

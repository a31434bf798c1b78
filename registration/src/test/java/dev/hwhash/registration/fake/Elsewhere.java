// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Site;
import dev.hwhash.registration.fake.web.Violations;

/** An origin where nobody of ours may ever come. */
final class Elsewhere implements Site {

    private final Violations violations;

    Elsewhere(Violations violations) {
        this.violations = violations;
    }

    @Override
    public Reply answer(Call call) {
        String secret = call.header("Authorization").isEmpty() ? "without a token" : "WITH A TOKEN";
        violations.add(call, "a link to another origin was followed, " + secret);
        return Reply.empty(404);
    }

    @Override
    public Reply failure(Call call, int status) {
        return Reply.empty(status);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.credential.AccessToken;
import dev.hwhash.registration.credential.AccessTokens;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.login.Token.Kind;
import java.time.Duration;

/** Tokens of an app, given out without a request; kept until one is refused. */
final class FakeTokens implements AccessTokens {

    private final FakeMicrosoft microsoft;
    private AccessToken kept;

    FakeTokens(FakeMicrosoft microsoft) {
        this.microsoft = microsoft;
        this.kept = fresh();
    }

    private AccessToken fresh() {
        return new AccessToken(
                microsoft.graph().origin(),
                microsoft.directory().issue(Audience.GRAPH, Kind.APP).text());
    }

    @Override
    public Endpoint endpoint(Resource resource) {
        return microsoft.graph();
    }

    @Override
    public synchronized AccessToken token(Resource resource, Duration deadline) {
        return kept;
    }

    @Override
    public synchronized AccessToken renewed(Resource resource, AccessToken refused, Duration deadline) {
        kept = fresh();
        return kept;
    }

    @Override
    public boolean ofUser() {
        return false;
    }
}

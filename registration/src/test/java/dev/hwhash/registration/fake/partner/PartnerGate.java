// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.login.Token;
import dev.hwhash.registration.fake.login.Token.Audience;
import dev.hwhash.registration.fake.login.Token.Kind;
import dev.hwhash.registration.fake.web.Call;
import dev.hwhash.registration.fake.web.Reply;
import dev.hwhash.registration.fake.web.Violations;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may ask Partner Center for what, and which headers every request has. */
final class PartnerGate {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Directory directory;
    private final Violations violations;

    PartnerGate(Directory directory, Violations violations) {
        this.directory = directory;
        this.violations = violations;
    }

    /** Returns why a request is not taken; empty where it is. */
    Optional<Reply> refusal(Call call) {
        checkHeaders(call);
        Optional<Token> token = directory.token(call.header("Authorization"));
        if (token.isEmpty() || token.get().audience() != Audience.PARTNER_CENTER) {
            violations.add(call, token.isEmpty() ? "no token that was given out" : "a token for somebody else");
            return Optional.of(PartnerErrors.reply(401, "400", "Access denied."));
        }
        if (!directory.valid(token.get())) {
            return Optional.of(PartnerErrors.reply(401, "400", "Access denied."));
        }
        if (token.get().kind() == Kind.USER_WITHOUT_MFA) {
            return Optional.of(PartnerErrors.reply(401, "900421", "The token has no claim of a second factor."));
        }
        if (token.get().kind() == Kind.APP && createsBatch(call)) {
            return Optional.of(PartnerErrors.reply(403, "2032", "Access denied."));
        }
        return customer(call);
    }

    private static boolean createsBatch(Call call) {
        return call.method().equals("POST") && call.segments().size() == 4;
    }

    private static Optional<Reply> customer(Call call) {
        String customer = call.segments().size() > 2 ? call.segments().get(2) : "";
        return switch (customer) {
            case Partners.CUSTOMER -> Optional.empty();
            case Partners.UNRELATED ->
                Optional.of(PartnerErrors.reply(403, "20002", "There is no reseller relationship."));
            default -> Optional.of(PartnerErrors.reply(404, "60003", "The tenant was not found."));
        };
    }

    private void checkHeaders(Call call) {
        for (String name : new String[] {"MS-RequestId", "MS-CorrelationId"}) {
            if (!GUID.matcher(call.header(name)).matches()) {
                violations.add(call, name + " is no GUID");
            }
        }
        if (!call.header("MS-Contract-Version").equals("v1")) {
            violations.add(call, "MS-Contract-Version is not v1");
        }
        if (!call.header("Accept").contains("application/json")) {
            violations.add(call, "JSON is not accepted");
        }
        if (!call.body().isEmpty() && !call.header("Content-Type").startsWith("application/json")) {
            violations.add(call, "the body is not told to be JSON");
        }
    }

    /** Answers the question that {@code ValidateMfa: true} puts. */
    Reply withMfa(Call call, Reply reply) {
        if (!call.header("ValidateMfa").equals("true")) {
            return reply;
        }
        boolean compliant = directory
                .token(call.header("Authorization"))
                .filter(token -> token.kind() == Kind.USER)
                .isPresent();
        return reply.with("isMfaCompliant", Boolean.toString(compliant));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

import dev.hwhash.device.Field;
import dev.hwhash.device.check.Rule;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.search.DeviceSummary;
import dev.hwhash.service.search.Origin;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A device in a line of the list. Empty text stands for what is not known.
 *
 * @param id its number
 * @param name its serial number, or how else it is called
 * @param manufacturer its manufacturer
 * @param model its model
 * @param tag its group tag
 * @param user its assigned user
 * @param state where it stands
 * @param findings what somebody should look at, in words, each once
 * @param token the name of the token by which its last report came
 * @param client the address that its last report came from
 * @param receivedAt when its last report came
 */
public record DeviceLine(
        long id,
        String name,
        String manufacturer,
        String model,
        String tag,
        String user,
        String state,
        List<String> findings,
        String token,
        String client,
        Instant receivedAt) {

    private static final Map<String, String> TITLES =
            Rule.all().stream().collect(Collectors.toMap(Rule::id, Rule::title));

    /** Copies the list. */
    public DeviceLine {
        findings = List.copyOf(findings);
    }

    static DeviceLine of(DeviceSummary device, Texts texts) {
        return new DeviceLine(
                device.id(),
                device.facts()
                        .value(Field.SERIAL_NUMBER)
                        .orElse(texts.of("device.unnamed", Long.toString(device.id()))),
                device.facts().value(Field.MANUFACTURER).orElse(""),
                device.facts().value(Field.MODEL).orElse(""),
                device.facts().value(Field.GROUP_TAG).orElse(""),
                device.facts().value(Field.ASSIGNED_USER).orElse(""),
                device.state().toString(),
                findings(device.flags()),
                device.origin().map(origin -> token(origin, texts)).orElse(""),
                device.origin().flatMap(Origin::client).orElse(""),
                device.lastReceivedAt());
    }

    /** Several other devices may stand behind one rule. */
    private static List<String> findings(List<String> flags) {
        Set<String> words = new LinkedHashSet<>();
        for (String flag : flags) {
            int other = flag.indexOf(':');
            String rule = other < 0 ? flag : flag.substring(0, other);
            words.add(TITLES.getOrDefault(rule, rule));
        }
        return List.copyOf(words);
    }

    private static String token(Origin origin, Texts texts) {
        return origin.tokenName().isEmpty()
                ? texts.of("token.unnamed", Long.toString(origin.token()))
                : origin.tokenName();
    }
}

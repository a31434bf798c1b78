// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.agent.configuration.Key;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a stick is set to do; pure. Made by {@link SettingsOfStick}, which has looked at the values.
 *
 * @param service the URL of the service
 * @param groupTag the group tag of the PCs
 * @param token the token of the service
 */
record StickSettings(Optional<String> service, Optional<String> groupTag, Optional<String> token) {

    private static final String EXPLANATION = String.join(
            "\r\n",
            "# Written by hwhash stick prepare, which writes it anew each time, from its own options alone.",
            "# To change it, prepare the stick again: stick check reports any other change.",
            "");

    /** Refuses what a line of the file cannot hold, and a token without its service. */
    StickSettings {
        if (token.isPresent() && service.isEmpty()) {
            throw new IllegalArgumentException("a token is for a service");
        }
        for (Optional<String> value : List.of(service, groupTag, token)) {
            if (value.isPresent() && !value.get().equals(value.get().strip())) {
                throw new IllegalArgumentException("a value with blanks around it");
            }
        }
    }

    /** Returns the files that say so, by their places. */
    Map<StickPath, FileContent> files() {
        Map<StickPath, FileContent> files = new TreeMap<>();
        files.put(
                new StickPath(StickLayout.SETTINGS),
                FileContent.Made.open(configuration().getBytes(UTF_8)));
        if (token.isPresent()) {
            String secret = line(Key.SERVICE, service) + line(Key.TOKEN, token);
            files.put(
                    new StickPath(StickLayout.PROGRAM + "/" + StickLayout.SECRET_NAME),
                    FileContent.Made.secret(secret.getBytes(UTF_8)));
        }
        return files;
    }

    private String configuration() {
        return EXPLANATION
                + line(Key.SERVICE, service)
                + line(Key.GROUP_TAG, groupTag)
                + line(Key.SECRET_FILE, token.map(any -> StickLayout.SECRET_NAME));
    }

    private static String line(Key key, Optional<String> value) {
        return value.isEmpty() ? "" : key + " = " + value.get() + "\r\n";
    }

    /** Returns the keys that it sets. */
    Set<Key> keys() {
        Set<Key> keys = EnumSet.noneOf(Key.class);
        service.ifPresent(any -> keys.add(Key.SERVICE));
        groupTag.ifPresent(any -> keys.add(Key.GROUP_TAG));
        token.ifPresent(any -> keys.add(Key.SECRET_FILE));
        return keys;
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "StickSettings[service=" + service + ", groupTag=" + groupTag + ", "
                + (token.isPresent() ? "a token]" : "no token]");
    }
}

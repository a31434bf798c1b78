// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.Messages;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.ConfigurationReader;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a stick was set to before and is not any more. Settings do not survive by themselves: whoever prepares a stick
 * that was in other hands vouches for all that is on it.
 */
final class DroppedSettings {

    private final Path stick;
    private final Messages messages;

    DroppedSettings(Path stick, Messages messages) {
        this.stick = stick;
        this.messages = messages;
    }

    /** Warns of them; has to be called before they are gone. */
    void warn(Set<Key> now) {
        Path file = new StickPath(StickLayout.SETTINGS).in(stick);
        if (StickFiles.Kind.of(file) != StickFiles.Kind.FILE) {
            return;
        }
        try {
            Configuration before =
                    new ConfigurationReader(name -> Optional.empty(), stick, false, false).read(Optional.of(file));
            List<String> dropped = dropped(before, now);
            if (!dropped.isEmpty()) {
                messages.warning(
                        "settings-dropped",
                        file + " had " + String.join(", ", dropped) + "; it has now what this command line says alone,"
                                + " so give again what shall stay");
            }
        } catch (ProblemException e) {
            messages.warning(
                    "settings-dropped",
                    "what the stick was set to before is not known and is replaced: "
                            + e.problem().words());
        }
    }

    private static List<String> dropped(Configuration before, Set<Key> now) {
        List<String> dropped = new ArrayList<>();
        for (Key key : Key.values()) {
            Optional<Setting> setting = before.setting(key);
            if (setting.isPresent() && !now.contains(key)) {
                // Of the other keys some are secrets.
                boolean shown = key == Key.SERVICE || key == Key.GROUP_TAG;
                dropped.add(shown ? key + " = " + setting.get().value() : key.toString());
            }
        }
        return dropped;
    }
}

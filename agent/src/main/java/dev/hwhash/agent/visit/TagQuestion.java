// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.Session;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.agent.stick.FileWords;
import dev.hwhash.agent.stick.StickLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Finds out which group tag this PC gets: from whoever sits there, or from the configuration. */
final class TagQuestion {

    /** How long somebody may look for the right tag. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Far above 35 tags with comments. */
    private static final int LARGEST = 1 << 16;

    private final Path stick;
    private final Charset ansi;
    private final Session session;
    private final Person person;

    TagQuestion(Path stick, Charset ansi, Session session, Person person) {
        this.stick = stick;
        this.ansi = ansi;
        this.session = session;
        this.person = person;
    }

    /**
     * Returns the tag.
     *
     * @return empty for none
     * @throws ProblemException if there was no answer, or the list cannot be read
     */
    Optional<String> answer() throws ProblemException {
        Optional<Setting> setting = session.configuration().setting(Key.GROUP_TAG);
        Optional<String> configured = setting.map(Setting::value);
        Optional<byte[]> content = person.isThere() ? content() : Optional.empty();
        if (content.isEmpty()) {
            return configured;
        }
        TagList list = TagList.of(content.get(), ansi).orElseThrow(() -> refused("it is no text"));
        for (String remark : list.remarks()) {
            session.messages().warning("tag-left-out", stick.resolve(StickLayout.TAGS) + ": " + remark);
        }
        return list.tags().isEmpty() ? configured : asked(TagMenu.of(list.tags(), configured));
    }

    private Optional<String> asked(TagMenu menu) throws ProblemException {
        session.deadline().busyWith(ExitCode.USAGE, "no-answer", "somebody was asked for the group tag");
        session.deadline().extend(PATIENCE);
        Optional<Character> key = person.ask(menu.screen(person.how(), PATIENCE), menu.keys(), menu.usual(), PATIENCE);
        if (key.isEmpty()) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "no-answer",
                    "nobody picked a group tag, so nothing was collected; start Collect.cmd once more");
        }
        return menu.tag(key.get());
    }

    private Optional<byte[]> content() throws ProblemException {
        Path file = stick.resolve(StickLayout.TAGS);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw refused("it has more than " + LARGEST + " bytes");
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw refused("it cannot be read: " + FileWords.of(e));
        }
    }

    private ProblemException refused(String why) {
        return new ProblemException(
                ExitCode.USAGE,
                "tags-refused",
                stick.resolve(StickLayout.TAGS) + ": " + why + "; write one group tag a line, or delete the file");
    }
}

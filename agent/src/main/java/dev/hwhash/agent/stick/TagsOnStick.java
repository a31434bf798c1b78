// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.Messages;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.stick.StickFiles.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The list of group tags on a stick: made once, then people's own. */
final class TagsOnStick {

    /** Far above all tags that anybody picks from. */
    private static final int LARGEST = 1 << 16;

    private final Path file;
    private final StickWriter writer;
    private final Messages messages;

    TagsOnStick(Path file, StickWriter writer, Messages messages) {
        this.file = file;
        this.writer = writer;
        this.messages = messages;
    }

    /** Makes it of a template where it is missing, with a tag in it; only looks for the tag where it is there. */
    void bring(Optional<String> groupTag, Path template) throws ProblemException {
        if (Kind.of(file) == Kind.MISSING) {
            byte[] list = list(template);
            writer.writeIfMissing(file, groupTag.isEmpty() ? list : TagsFile.with(list, groupTag.get()));
        } else if (groupTag.isPresent() && !lists(groupTag.get())) {
            messages.warning(
                    "tag-not-listed",
                    file + " stays as it is and does not list the group tag " + groupTag.get()
                            + "; add it there if technicians shall pick it");
        }
    }

    private static byte[] list(Path template) throws ProblemException {
        try (InputStream content = Files.newInputStream(template)) {
            return content.readNBytes(LARGEST);
        } catch (IOException e) {
            throw Pieces.unread(e);
        }
    }

    private boolean lists(String tag) {
        if (Kind.of(file) != Kind.FILE) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return TagsFile.has(content.readNBytes(LARGEST), tag);
        } catch (IOException unreadable) {
            return false;
        }
    }
}

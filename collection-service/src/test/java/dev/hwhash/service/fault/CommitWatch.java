// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees commits in the bytes of one connection.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message Formats</a>
 */
final class CommitWatch {

    /** Parse: its length, the name of the statement, which may be empty, and the statement. */
    private static final Pattern PARSE = Pattern.compile("P.{4}([^\0]*)\0COMMIT\0", Pattern.DOTALL);

    /** CommandComplete: its length of eleven bytes and its tag. */
    private static final String COMPLETE = "C\0\0\0\13COMMIT\0";

    /** The driver names a statement that it sends often, and later sends the name alone. */
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** Whether the client asks for a commit in what it sends. */
    boolean asks(byte[] bytes, int length) {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        Matcher parse = PARSE.matcher(text);
        if (parse.find()) {
            if (!parse.group(1).isEmpty()) {
                names.add(parse.group(1));
            }
            return true;
        }
        return names.stream().anyMatch(name -> text.contains("\0" + name + "\0"));
    }

    /** Whether the server says that it has committed. */
    boolean answers(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMPLETE);
    }
}

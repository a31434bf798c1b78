// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticPcs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/decode.md} lists the names that {@code --json} writes: all of them, and no other. */
class DecodeNamesTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "decode.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([A-Za-z0-9.\\[\\]]+)` \\|", Pattern.MULTILINE);

    @Test
    void theDocumentHasEveryNameAndNoOther() throws IOException {
        Set<String> written = new TreeSet<>();
        texts().forEach(text ->
                collect("", DecodedHash.of("x.csv:2", text).outline().values(), written));

        assertThat(documented()).isEqualTo(written);
    }

    /** Every kind of PC, and of each what is left of it when it is cut. */
    private static Stream<String> texts() {
        return SyntheticPcs.all().values().stream()
                .map(pc -> pc.text())
                .flatMap(text -> Stream.of(text, text.substring(0, 600)));
    }

    private static void collect(String prefix, Object value, Set<String> names) {
        if (value instanceof Map<?, ?> object
                && !object.keySet().stream().allMatch(Set.of("value", "name")::contains)) {
            object.forEach(
                    (name, part) -> collect(prefix.isEmpty() ? name.toString() : prefix + "." + name, part, names));
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
            list.forEach(item -> collect(prefix + "[]", item, names));
        } else if (!(value instanceof List<?> list) || !list.isEmpty()) {
            names.add(prefix);
        }
    }

    private static Set<String> documented() throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher row = ROW.matcher(document.substring(document.indexOf("## The names")));
        Set<String> names = new TreeSet<>();
        while (row.find()) {
            names.add(row.group(1));
        }
        return names;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.table.CsvTable;
import dev.hwhash.device.table.TextEncoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** {@code tags.txt} as people save it. */
class TagListTest {

    private static final Charset ANSI = Charset.forName("windows-1252");

    @Test
    void linesAreTagsAndCommentsAreNot() {
        TagList list = read("# pick one\r\n\r\n  Kiosk \r\nSales\nKiosk\n#Old");

        assertThat(list.tags()).containsExactly("Kiosk", "Sales");
        assertThat(list.remarks()).isEmpty();
    }

    @Test
    void lettersAreReadInUnicodeAndInTheCodePageOfThePc() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, ANSI)) {
            assertThat(TagList.of("B\u00fcro\r\n".getBytes(charset), ANSI))
                    .hasValueSatisfying(list -> assertThat(list.tags()).containsExactly("B\u00fcro"));
        }
        assertThat(TagList.of("\uFEFFB\u00fcro".getBytes(StandardCharsets.UTF_8), ANSI))
                .hasValueSatisfying(list -> assertThat(list.tags()).containsExactly("B\u00fcro"));
        assertThat(TagList.of("\uFEFFB\u00fcro".getBytes(StandardCharsets.UTF_16LE), ANSI))
                .hasValueSatisfying(list -> assertThat(list.tags()).containsExactly("B\u00fcro"));
    }

    @Test
    void tagThatNoFileCanHoldIsLeftOutWithItsLine() {
        TagList list = read("Kiosk\nA,B\n\"C\"\nD\u001b[2J\n");

        assertThat(list.tags()).containsExactly("Kiosk");
        assertThat(list.remarks()).hasSize(3);
        assertThat(list.remarks().get(0)).startsWith("line 2: the group tag holds a comma");
        assertThat(list.remarks().get(1)).startsWith("line 3: the group tag holds a quote");
        assertThat(list.remarks().get(2)).isEqualTo("line 4: the group tag holds a control character");
    }

    @Test
    void thereAreNoMoreTagsThanKeys() {
        String lines = IntStream.rangeClosed(1, 37).mapToObj(i -> "T" + i).collect(Collectors.joining("\n"));

        TagList list = read(lines);

        assertThat(list.tags()).hasSize(35).endsWith("T35");
        assertThat(list.remarks()).hasSize(2).first().asString().startsWith("line 36: there are keys for 35 tags");
    }

    @Test
    void theTemplateAsksNothing() throws Exception {
        java.nio.file.Path template = java.nio.file.Path.of(System.getProperty("hwhash.root", ".."))
                .resolve("packaging/src/main/portable/stick/tags.txt");

        assertThat(TagList.of(java.nio.file.Files.readAllBytes(template), ANSI)).hasValueSatisfying(list -> {
            assertThat(list.tags()).isEmpty();
            assertThat(list.remarks()).isEmpty();
        });
    }

    /** Whatever the file holds, a row can be written with each tag that is offered. */
    @Property
    void eachTagThatIsOfferedFitsARow(@ForAll @Size(max = 300) byte[] content) throws Exception {
        TagList list = TagList.of(content, ANSI).orElse(new TagList(List.of(), List.of()));

        assertThat(list.tags()).hasSizeLessThanOrEqualTo(35).doesNotHaveDuplicates();
        requireFit(list);
    }

    @Property
    void eachTextIsReadWithoutALoss(
            @ForAll List<@StringLength(max = 20) @CharRange(from = ' ', to = '\u024f') String> lines) throws Exception {
        TagList list = read(String.join("\n", lines));

        requireFit(list);
        assertThat(new HashSet<>(
                        lines.stream().flatMap(String::lines).map(String::strip).toList()))
                .containsAll(list.tags());
    }

    private static void requireFit(TagList list) throws Exception {
        for (String tag : list.tags()) {
            TextEncoding encoding = TagList.encoding(tag, ANSI).orElse(TextEncoding.ASCII);
            CsvTable.create(Format.AUTOPILOT, EnumSet.of(Field.GROUP_TAG), encoding)
                    .fit(DeviceRecord.EMPTY.with(Field.GROUP_TAG, tag));
            assertThat(tag).isNotBlank().doesNotStartWith("#");
        }
    }

    private static TagList read(String text) {
        return TagList.of(text.getBytes(StandardCharsets.UTF_8), ANSI).orElseThrow();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.outline.HashOutline;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.device.HashGroup.NamedValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashGroupTest {

    private static final List<HashGroup> GROUPS = HashGroup.of(
            HashOutline.of(HashContent.of(
                    SyntheticHash.of("HWHASH-0001").paddedTo(3000).text())),
            Texts.ENGLISH);

    @Test
    void namesThePartsInTheOrderOfTheOutline() {
        assertThat(GROUPS).extracting(HashGroup::title).startsWith("Verdict", "Envelope", "Made by");
    }

    @Test
    void showsFactsByTheNamesOfDecode() {
        assertThat(GROUPS)
                .flatExtracting(HashGroup::facts)
                .contains(
                        new NamedValue("SmbiosSystemSerialNumber", "HWHASH-0001"), new NamedValue("ToolVersion", "9"));
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(GROUPS).allSatisfy(group -> assertThat(group.facts()).isNotEmpty());
    }
}

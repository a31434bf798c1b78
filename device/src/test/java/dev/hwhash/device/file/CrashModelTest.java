// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.file.SimulatedDisk.Kind;
import dev.hwhash.device.file.SimulatedDisk.Lie;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrashModelTest {

    private static int cuts;
    private static int states;
    private static int losses;

    @AfterAll
    static void reports() {
        System.out.println("crash model: " + cuts + " cuts, " + states + " states, " + losses + " losses");
    }

    private static final String HEADER = "serial,hash\n";
    private static final String ROWS = HEADER + "a,1\nb,2\n";

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAnAppendLosesARow(Kind kind) {
        assertNoLoss(kind, ROWS, append());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAFirstCreationLeavesHalfAFile(Kind kind) {
        assertNoLoss(kind, CrashExplorer.ABSENT, append());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAnAppendToAnEmptyFileLeavesHalfAFile(Kind kind) {
        assertNoLoss(kind, "", append());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAReplacementLosesARow(Kind kind) {
        List<UnaryOperator<String>> edits = append();
        edits.set(0, before -> before.replace("a,1\n", "a,longer than before\n"));
        assertNoLoss(kind, ROWS, edits);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noCutOfAShorteningLosesARow(Kind kind) {
        List<UnaryOperator<String>> edits = append();
        edits.set(0, before -> before.replace("a,1\n", ""));
        assertNoLoss(kind, ROWS, edits);
    }

    @ParameterizedTest
    @CsvSource({
        "JOURNALED,CONTENT_NOT_FORCED",
        "JOURNALED,NAMES_NOT_FORCED",
        "FAT,CONTENT_NOT_FORCED",
        "FAT,NAMES_NOT_FORCED",
        "FAT,FAT_CALLED_ATOMIC"
    })
    void theModelNoticesADiskThatLies(Kind kind, Lie lie) {
        CrashExplorer explorer = explored(kind, lie, ROWS, append());
        assertThat(explorer.losses()).isNotEmpty();
    }

    @Test
    void aFatRenameThatIsCutLeavesBothNamesOneOrNone() throws Exception {
        SimulatedDisk disk = new SimulatedDisk(Kind.FAT, Lie.NONE);
        disk.put("x", "1".getBytes(US_ASCII));
        disk.rename(CrashExplorer.FILE.resolveSibling("x"), CrashExplorer.FILE.resolveSibling("y"));
        List<List<String>> found = new ArrayList<>();
        disk.afterPowerCut().forEach(after -> found.add(after.names()));
        assertThat(found).containsExactlyInAnyOrder(List.of("x"), List.of("y"), List.of("x", "y"), List.of());
    }

    private static List<UnaryOperator<String>> append() {
        List<UnaryOperator<String>> edits = new ArrayList<>();
        for (int update = 0; update < FaultCount.of(3, 4); update++) {
            String row = "row" + update + ",hash of row " + update + "\n";
            edits.add(before -> (before.equals(CrashExplorer.ABSENT) ? HEADER : before) + row);
        }
        return edits;
    }

    private static void assertNoLoss(Kind kind, String content, List<UnaryOperator<String>> edits) {
        CrashExplorer explorer = explored(kind, Lie.NONE, content, edits);
        cuts += explorer.cuts();
        states += explorer.states();
        losses += explorer.losses().size();
        assertThat(explorer.losses()).isEmpty();
        assertThat(explorer.states()).isGreaterThan(50);
    }

    private static CrashExplorer explored(Kind kind, Lie lie, String content, List<UnaryOperator<String>> edits) {
        SimulatedDisk disk = new SimulatedDisk(kind, lie);
        if (!content.equals(CrashExplorer.ABSENT)) {
            disk.put("devices.csv", content.getBytes(US_ASCII));
        }
        CrashExplorer explorer =
                new CrashExplorer(edits.stream().map(CrashExplorer.Step::update).toList());
        explorer.explore(disk, content);
        return explorer;
    }
}
